// What is seen of decisions: in the list, in the text, on the passages and in the bar at the foot.

const VERDICT = { t: "true", f: "false", u: "unsure" };

/** @param {Map} flags  of the page, by number
 *  @param {function} say  a text of the desk, by key; hint: shows one; opinion: what is decided */
function shownOf(root, view, data, { flags, say, hint, opinion }) {
  const { review, desk } = data;
  const one = (selector) => root.querySelector(selector);
  const bar = one(".current");
  const numbers = new Map(review.flags.map((flag) => [flag.id, flag.number]));
  const wordOn = (number) => opinion().flags[flags.get(number)?.id] ?? {};
  const name = (number) => flags.get(number).id;

  function showAll() {
    for (const [number, entry] of view.entries) showWord(number, entry);
    showPairs();
    showAdded();
    showCount();
    showFlag();
  }

  /** Only what an event can have changed: a decision shows within a frame in any long article. */
  function showAfter({ verb, flag, bead }) {
    const number = numbers.get(flag);
    if (number && ["verdict", "comment", "category", "severity"].includes(verb)) {
      showWord(number, view.entries.get(number));
      showPairs([String(flags.get(number).bead)]);
      showCount();
      showFlag();
    } else if (verb === "pair" || (verb === "comment" && bead)) {
      showPairs([String(review.beads.indexOf(bead))]);
    } else if (verb !== "looked" || opinion().done) showAll();
  }

  function showWord(number, entry) {
    const { verdict = "", comment = "" } = wordOn(number);
    const was = desk.stale[name(number)];
    const state = verdict ? say(verdict) : was ? say("stale", say(was)) : "";
    if (entry.dataset.verdict === verdict && entry.dataset.said === state + comment) return;
    entry.dataset.verdict = verdict;
    entry.dataset.said = state + comment;
    entry.querySelector(".word").textContent = state;
    entry.querySelector(".comment").textContent = comment;
    for (const mark of view.marks.get(number) ?? []) mark.dataset.verdict = verdict;
  }

  function showPairs(beads = [...view.rows.keys()]) {
    const whole = opinion();
    const of = new Map();
    for (const [number, { bead, severity }] of flags) {
      const word = wordOn(number);
      if (!of.has(bead)) of.set(bead, []);
      of.get(bead).push([word.verdict ?? "", word.severity ?? severity]);
    }
    for (const word of Object.values(whole.flags)) {
      const bead = word.added ? review.beads.indexOf(word.bead) : -1;
      if (bead >= 0) of.set(bead, [...of.get(bead) ?? [], ["true", word.severity]]);
    }
    for (const bead of beads) {
      const row = view.rows.get(bead);
      if (!row) continue;
      const pair = review.beads[bead];
      const said = whole.pairs[pair] ?? {};
      const verdict = pairVerdict(of.get(Number(bead)) ?? [], said.verdict,
        whole.looked.has(pair), whole.done);
      if (row.dataset.pair === verdict && row.dataset.comment === (said.comment ?? "")) continue;
      row.dataset.pair = verdict;
      row.dataset.comment = said.comment ?? "";
      const mark = row.querySelector(".pair");
      mark.textContent = verdict === "open" ? "" : say(verdict);
      mark.title = mark.textContent;
      row.querySelector(".pair-comment").textContent = said.comment ?? "";
    }
  }

  function showAdded() {
    const words = Object.entries(opinion().flags).filter(([, word]) => word.added);
    const list = one(".added");
    list.replaceChildren(...words.map(([id, { category, severity, source, target, comment }]) => {
      const item = document.createElement("li");
      item.dataset.added = id;
      item.className = `${category} ${severity}`;
      const kind = document.createElement("b");
      kind.textContent = `${say(severity)} · ${say(category)}`;
      item.append(kind, " ", [source, target].filter(Boolean).map((text) => `“${text}”`).join(" → "),
        comment ? ` ${comment}` : "");
      return item;
    }));
    one(".added-title").hidden = !words.length;
  }

  function showCount() {
    const decided = [...flags.keys()].filter((number) => wordOn(number).verdict).length;
    one("[data-decided]").textContent = decided;
    root.classList.toggle("done", opinion().done);
    const done = one(".acts [data-key='d']");
    done.ariaPressed = String(opinion().done);
  }

  function showFlag() {
    const told = bar.querySelector(".told");
    told.replaceChildren();
    const number = view.flag;
    bar.classList.toggle("idle", number === null);
    if (number !== null) {
      if (one(".hint [data-say]")) hint(""); // how to begin is known now
      const entry = view.entries.get(number);
      for (const part of entry.querySelectorAll(".number, .kind, .message, .from")) {
        const copy = part.cloneNode(true);
        copy.removeAttribute("id");
        told.append(copy, " ");
      }
      const { suggestion, id } = flags.get(number);
      const word = wordOn(number);
      const stale = !word.verdict && desk.stale[id] ? say("stale", say(desk.stale[id])) : "";
      for (const [kind, text] of [
        ["suggestion", suggestion && say("suggestion", suggestion)],
        ["changed", [word.severity, word.category].filter(Boolean).map(say).join(" · ")],
        ["stale", stale], ["comment", word.comment]]) {
        if (!text) continue;
        const part = document.createElement("span");
        part.className = kind;
        part.dir = "auto";
        part.textContent = text;
        told.append(part, " ");
      }
      bar.dataset.category = flags.get(number).category;
    }
    const { verdict = "" } = number === null ? {} : wordOn(number);
    for (const [key, value] of Object.entries(VERDICT)) {
      bar.querySelector(`[data-key="${key}"]`).ariaPressed = String(verdict === value);
    }
  }

  return { all: showAll, after: showAfter, flag: showFlag, word: wordOn, name };
}
