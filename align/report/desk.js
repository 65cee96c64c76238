// The reviewer's desk: keys and buttons, what they do, and what is then seen.

const PAIR = { y: "accepted", x: "rejected", o: "open" };

/** @param {HTMLElement} root  the element with data-selaras
 *  @param {object} data  what `fragment` gives beside the markup
 *  @param {{keys?: EventTarget, model?: object}} place  where keys are listened for; the kernel */
export function bind(root, data, { keys = root, model = null } = {}) {
  const one = (selector) => root.querySelector(selector);
  const { review, desk } = data;
  const flags = new Map(review.flags.map((flag) => [flag.number, flag]));
  const page = keys === root.ownerDocument;
  const stop = new AbortController();
  const form = one(".editor");
  const say = (key, ...parts) => parts.reduce(
    (text, part) => text.replace("{}", part), data.words[view.language][key]);
  let editing = null;

  const view = viewOf(root, data, {
    chose: () => { shown.flag(); address?.remember(); },
    filtered: () => address?.remember(),
    spoke: (language) => {
      if (page) keys.documentElement.lang = language;
      shown.all();
      if (kept[0] && !kept[1]) tell(kept[0]);
      address?.remember();
    },
  });

  // ---- keeping

  let kept = ["", ""];
  const tell = (state, why = "") => {
    kept = [state, why];
    const line = one(".kept");
    line.dataset.state = state;
    line.textContent = state ? (why || say(state)) : "";
  };
  const away = () => say("unreached");
  const store = desk.mode === "server" ? serverStore(desk, tell, away)
    : model ? kernelStore(model, tell, away) : localStore(review, tell, () => say("unkept"));
  const decisions = decisionsOf(data, store, (event) => shown.after(event));
  const shown = shownOf(root, view, data,
    { flags, say, hint, opinion: () => decisions.opinion });
  const { word: wordOn, name } = shown;
  const words = wordsOf(root, view, (key) => hint(key && say(key)), () => add());

  function hint(text, act = null) {
    const line = one(".hint");
    line.replaceChildren(text);
    if (!act) return;
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.key = act[0];
    button.textContent = act[1];
    line.append(" ", button);
  }

  // ---- deciding

  const undecided = (number) => !wordOn(number).verdict;
  const address = page
    ? addressOf(root, view, data, flags, () => view.step(1, undecided)) : null;

  function judge(verdict) {
    const number = view.flag;
    if (number === null) return void view.step(1, undecided);
    decisions.forget();
    decisions.add("verdict", verdict, { flag: name(number) });
    hint("");
    const like = verdict === "false" ? alike(number) : [];
    if (!view.step(1, undecided)) hint(say("all_decided"), ["d", say("mark_done")]);
    else if (verdict === "false") {
      offered = number;
      hint(say("alike", like.length), ["F", say("alike_do")]);
    }
  }

  /** Other flags of the same check and words: what "all like this" takes along. */
  let offered = null;
  function alike(number) {
    const { check, kind, words } = flags.get(number);
    return [...flags.values()].filter((flag) => flag.number !== number && flag.check === check
      && flag.kind === kind && flag.words.join("\n") === words.join("\n")).map((flag) => flag.number);
  }

  async function allAlike() {
    const number = offered ?? view.flag;
    offered = null;
    if (number === null) return;
    for (const other of [number, ...alike(number)]) {
      if (wordOn(other).verdict !== "false") {
        decisions.add("verdict", "false", { flag: name(other) });
      }
    }
    if (view.flag === number) view.step(1, undecided);
    if (desk.mode !== "server") return void hint(say("alike_here"));
    const answer = await post(desk.words, { flag: name(number) });
    hint(answer ? (await answer.json()).message ?? "" : away());
  }

  function judgePair(verdict) {
    const { bead } = view;
    if (bead === null) return void hint(say("choose_pair"));
    const pair = review.beads[bead];
    decisions.forget();
    const before = decisions.opinion.pairs[pair]?.verdict;
    decisions.add("pair", before === verdict ? "" : verdict, { bead: pair });
    if (desk.sample.includes(Number(bead)) && drawn().length) onward();
    else hint(say("pair_said", say(before === verdict ? "by_flags" : verdict)));
  }

  function turnBack(act, key) {
    if (!act) return void hint(say("nothing"));
    if (act.verb === "link") { // other pairs, other flags: the page is made anew, once it is saved
      setInterval(() => { if (!store.unsaved()) location.reload(); }, 100);
      return;
    }
    const flag = [...flags.values()].find(({ id }) => id === act.flag);
    const bead = review.beads.indexOf(act.bead);
    if (flag) view.choose(flag.number);
    else if (bead >= 0) view.visit(String(bead));
    hint(say(key));
  }

  function finish() {
    look.flush();
    decisions.forget();
    decisions.add("done", !decisions.opinion.done);
    hint(say(decisions.opinion.done ? "is_done" : "not_done"),
      decisions.opinion.done && desk.next ? ["]", say("next_article")] : null);
  }

  const look = lookOf(root, view, review, decisions);

  // ---- changing, commenting, adding

  function edit(what, field) {
    if (!what) return;
    editing = what;
    const word = what.flag ? wordOn(what.flag) : {};
    const found = what.flag ? flags.get(what.flag) : {};
    form.category.value = word.category ?? found.category ?? "mistranslation";
    form.severity.value = word.severity ?? found.severity ?? "major";
    const pair = decisions.opinion.pairs[what.pair] ?? {};
    form.comment.value = word.comment ?? (what.add ? "" : pair.comment) ?? "";
    form.classList.toggle("only-comment", Boolean(what.pair) && !what.add);
    form.querySelector(".about").textContent = what.add
      ? [what.add.source, what.add.target].filter(Boolean).map((text) => `“${text}”`).join(" → ")
      : "";
    form.hidden = false;
    form[field].focus();
  }

  function save() {
    const { flag, pair, add } = editing;
    decisions.forget();
    const [category, severity, comment] = [form.category.value, form.severity.value,
      form.comment.value.trim()];
    if (add) {
      const id = `added-${[...crypto.getRandomValues(new Uint8Array(8))]
        .map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
      decisions.add("add", { ...add, category, severity }, { flag: id, bead: pair });
      if (comment) decisions.add("comment", comment, { flag: id });
      hint(say("is_added"));
    } else if (flag) {
      const word = wordOn(flag);
      const found = flags.get(flag);
      const about = { flag: name(flag) };
      if (category !== (word.category ?? found.category)) decisions.add("category", category, about);
      if (severity !== (word.severity ?? found.severity)) decisions.add("severity", severity, about);
      if (comment !== (word.comment ?? "")) decisions.add("comment", comment, about);
    } else if (comment !== (decisions.opinion.pairs[pair]?.comment ?? "")) {
      decisions.add("comment", comment, { bead: pair });
    }
    close();
  }

  function close() {
    editing = null;
    form.hidden = true;
    root.classList.remove("picking");
    rest();
  }

  const rest = () => root.focus({ preventScroll: true });

  function add() {
    const chosen = words.selected();
    if (chosen && (chosen.source || chosen.target)) {
      view.bead = chosen.row.dataset.bead;
      return void edit({ add: { source: chosen.source, target: chosen.target },
        pair: review.beads[view.bead] }, "category");
    }
    words.pick("target");
  }

  // ---- searching

  const search = one(".search");
  function seek(by = 1) {
    const wanted = search.value.trim().toLocaleLowerCase();
    const rows = [...view.rows.values()];
    const hits = wanted ? rows.filter((row) => row.textContent.toLocaleLowerCase().includes(wanted)) : [];
    hint(wanted ? say("hits", hits.length) : "");
    if (!hits.length) return;
    const at = hits.indexOf(view.rows.get(view.bead));
    view.visit(hits[(at + by + hits.length) % hits.length].dataset.bead);
  }

  // ---- splitting, merging, linking anew

  let first = null; // the pair that waits to be linked with another

  async function relink(kind, beads) {
    if (desk.mode !== "server") return void hint(say("link_server"));
    if (beads.some((bead) => !(bead in review.beads))) return void hint(say("link_none"));
    look.flush();
    const answer = await post(desk.link, { kind, beads: beads.map((bead) => review.beads[bead]) });
    if (!answer) return void hint(away());
    const told = await answer.json();
    if (!answer.ok) return void hint(told.problem);
    location.reload();
  }

  function mergeNext() {
    const rows = [...view.rows.keys()];
    relink("merge", [view.bead, rows[rows.indexOf(view.bead) + 1]]);
  }

  function linkTwo() {
    if (view.bead === null) return;
    if (first === null || first === view.bead) {
      first = view.bead;
      hint(say("link_other"));
    } else relink("merge", [first, view.bead]);
  }

  const post = (url, body) => fetch(url, { method: "POST", credentials: "same-origin",
    headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) })
    .catch(() => null);

  // ---- keys and buttons: one table for both

  const go = (to) => { if (to) location.href = to; else hint(say("no_article")); };
  const acts = {
    t: () => judge("true"), f: () => judge("false"), u: () => judge("unsure"),
    F: allAlike, y: () => judgePair("accepted"), x: () => judgePair("rejected"),
    o: () => judgePair("open"),
    z: () => turnBack(decisions.undo(), "undone"), Z: () => turnBack(decisions.redo(), "redone"),
    j: () => view.step(1), k: () => view.step(-1),
    n: () => { if (!view.step(1, undecided)) onward(); },
    p: () => { if (!view.step(-1, undecided)) hint(say("all_decided"), ["d", say("mark_done")]); },
    e: () => edit(view.flag !== null && { flag: view.flag }, "category"),
    c: () => edit(view.flag !== null ? { flag: view.flag }
      : view.bead !== null && { pair: review.beads[view.bead] }, "comment"),
    a: add, d: finish, i: () => root.classList.toggle("why"),
    "/": () => { search.hidden = false; search.focus(); search.select(); },
    "?": () => { const help = one(".help"); help.open ? help.close() : help.showModal(); },
    "]": () => go(desk.next), "[": () => go(desk.previous),
    s: () => view.order(one("[data-order]")?.value === "severity" ? "reading" : "severity"),
    l: () => drawer(), m: mergeNext, w: () => relink("split", [view.bead]), g: linkTwo,
    S: saveFile,
  };

  /** Pairs without a flag that were drawn for judging, and wait for a word. */
  const drawn = () => desk.sample.map(String).filter((bead) => view.rows.has(bead)
    && !decisions.opinion.pairs[review.beads[bead]]?.verdict);

  function onward() {
    const wait = drawn().filter((bead) => bead !== view.bead);
    if (wait.length) {
      view.visit(wait[0]);
      hint(say("sampled", drawn().length));
    } else if (desk.next) go(desk.next);
    else hint(say("all_decided"), ["d", say("mark_done")]);
  }

  function drawer(open = !root.classList.contains("drawn")) {
    root.classList.toggle("drawn", open);
    one("[data-key='l']").ariaExpanded = String(open);
  }

  function saveFile() {
    if (desk.mode !== "local") return;
    const by = one(".name-of")?.value.trim() || desk.by;
    download(decisions.all(), by, root);
    tell("file");
  }

  function escape() {
    if (editing) close();
    else if (one(".help").open) one(".help").close();
    else if (!search.hidden) { search.hidden = true; rest(); }
    else if (root.classList.contains("drawn")) drawer(false);
    else { view.choose(null); hint(""); }
  }

  function pressed(event) {
    if (event.isComposing) return;
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    if (root.classList.contains("picking") && !typing) {
      words.picking(event);
      event.preventDefault();
      return;
    }
    if (event.key === "Escape") escape();
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.target === search && event.key === "Enter") seek(event.shiftKey ? -1 : 1);
    else if (event.target.form === form && event.key === "Enter"
      && event.target.localName === "select") save();
    else if (typing) return;
    else if (event.key === "Enter" && event.target.matches?.("mark")) view.pick(event.target);
    else if (acts[event.key] && !one(".help").open) acts[event.key]();
    else if (event.key === "?" ) acts["?"]();
    else return;
    event.preventDefault();
  }

  keys.addEventListener("keydown", pressed, { signal: stop.signal });
  if (!page) {
    // A notebook has its own keys, and some of them delete cells: none may leave the review.
    for (const kind of ["keydown", "keypress", "keyup"]) {
      root.addEventListener(kind, (event) => {
        if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); // saving is the notebook's
      }, { signal: stop.signal });
    }
    root.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("button, a, input, select, textarea, summary, label")) rest();
    }, { signal: stop.signal });
  }

  root.addEventListener("click", (event) => {
    const { target } = event;
    const key = target.closest("[data-key]")?.dataset.key;
    const entry = target.closest("[data-entry]");
    const language = target.closest("[data-language]");
    const elsewhere = target.closest(".elsewhere");
    const row = target.closest(".row");
    if (key) {
      if (one(".help").open && key !== "?") one(".help").close();
      acts[key]();
    } else if (target.closest("[data-cancel]")) close();
    else if (target.closest("mark")) view.pick(target);
    else if (entry) { view.choose(entry.dataset.entry); drawer(false); }
    else if (language) view.speak(language.dataset.language);
    else if (elsewhere) {
      event.preventDefault();
      view.visit(elsewhere.dataset.to);
      view.rows.get(elsewhere.dataset.to)?.focus({ preventScroll: true });
    } else if (row && getSelection().isCollapsed) view.visit(row.dataset.bead, false);
  }, { signal: stop.signal });

  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  root.addEventListener("change", ({ target }) => {
    if (target.closest("[data-order]")) view.order(target.value);
    else if (target.closest(".filter")) {
      view.flag = null;
      view.choose(null);
      view.filter();
    }
  });
  for (const kind of ["pointerover", "focusin"]) {
    root.addEventListener(kind, ({ target }) => {
      const entry = target.closest("[data-entry]");
      view.near(entry ? [entry.dataset.entry] : view.flagsAt(target));
      const row = kind === "focusin" && target.matches(".row") && target;
      if (row && view.bead !== row.dataset.bead) view.visit(row.dataset.bead, false);
    });
  }
  root.addEventListener("pointerleave", () => view.near([]));

  root.classList.add("live", desk.mode);
  root.tabIndex = -1;
  shown.all();
  address?.recall();
  return () => { look.end(); stop.abort(); };
}

/** The notebook's way in. `html` is rendered and escaped by the same templates as the page. */
function render({ model, el }) {
  el.classList.add("selaras-cell");
  el.innerHTML = model.get("html");
  return bind(el.querySelector("[data-selaras]"), model.get("data"), { model });
}

export default { render };
