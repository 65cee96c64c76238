// What a reviewer decided: events, and what they amount to (the same fold as align/review/fold.py).

/** @param {object[]} events  of one reviewer, in order */
function fold(events) {
  const dead = new Set();
  for (const { verb, value } of events) {
    if (verb === "undo") dead.add(value);
    else if (verb === "redo") dead.delete(value);
  }
  const opinion = { flags: {}, pairs: {}, looked: new Set(), done: false, live: [], dead };
  for (const event of events) {
    const { id, verb, value, flag, bead } = event;
    if (dead.has(id) || verb === "undo" || verb === "redo") continue;
    opinion.live.push(event);
    if (verb === "done") opinion.done = value;
    else if (verb === "looked") value.forEach((name) => opinion.looked.add(name));
    else if (verb === "link") continue;
    else if (flag) {
      const word = opinion.flags[flag] ??= {};
      if (bead) word.bead = bead;
      if (verb === "add") Object.assign(word, value, { verdict: "true", added: true });
      else word[verb] = value;
    } else if (bead) {
      const word = opinion.pairs[bead] ??= {};
      word[verb === "pair" ? "verdict" : verb] = value;
    }
  }
  return opinion;
}

/** Whether a sentence pair may go into the corpus; `verdict_of_pair` of fold.py says the rule. */
function pairVerdict(flags, said, looked, done) {
  if (said) return said;
  if (flags.some(([verdict, severity]) => verdict === "true" && severity !== "minor")) {
    return "rejected";
  }
  const clean = flags.length ? flags.every(([verdict]) => verdict === "false") : looked;
  return done && clean ? "accepted" : "open";
}

/** The events of one reviewer on one article pair, kept by `store` as they come. */
function decisionsOf(data, store, changed) {
  const { review, desk } = data;
  const session = [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => byte.toString(16).padStart(2, "0")).join("");
  let events = desk.events.concat(store.known?.() ?? []);
  let count = 0;
  let last = "";
  const decisions = { opinion: fold(events) };

  const stamp = () => {
    let at = new Date().toISOString().replace("Z", "000Z");
    if (at <= last) at = last.replace(/(\d{6})Z$/, (_, n) => `${String(Number(n) + 1).padStart(6, "0")}Z`);
    last = at;
    return at;
  };

  decisions.add = (verb, value, about = {}) => {
    count += 1;
    const event = { v: 1, id: `${session}.${count}`, at: stamp(), by: desk.by, pair: review.pair,
      ...about, verb, value, signature: review.signature };
    events = [...events, event];
    decisions.opinion = fold(events);
    store.save(event);
    changed(event);
    return event;
  };

  const acts = new Set(["verdict", "category", "severity", "comment", "add", "pair", "done", "link"]);
  const undone = [];
  decisions.undo = () => {
    const act = decisions.opinion.live.findLast(({ verb }) => acts.has(verb));
    if (!act) return null;
    undone.push(act);
    decisions.add("undo", act.id);
    return act;
  };
  decisions.redo = () => {
    const act = undone.pop();
    if (act) decisions.add("redo", act.id);
    return act ?? null;
  };
  decisions.forget = () => { undone.length = 0; };
  decisions.all = () => events;
  return decisions;
}
