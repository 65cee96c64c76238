// Judging: a word on a flag, on all like it, on a pair, on the article; and taking it back.

/** @param {object} store  where decisions go; decisions, flags: what was decided, of what
 *  @param {object} desk  shown, look, say, hint, go and away of the reviewer's desk */
function judgingOf(view, data, { store, decisions, flags }, { shown, look, say, hint, go, away }) {
  const { review, desk } = data;
  const undecided = (number) => !shown.word(number).verdict;
  const begin = () => view.step(1, undecided);
  let offered = null; // the flag whose likes may be judged with it

  function flag(verdict) {
    const number = view.flag;
    if (number === null) return void begin();
    decisions.forget();
    decisions.add("verdict", verdict, { flag: shown.name(number) });
    hint("");
    const like = verdict === "false" ? alike(number) : [];
    if (!begin()) hint(say("all_decided"), ["d", say("mark_done")]);
    else if (verdict === "false") {
      offered = number;
      hint(say("alike", like.length), ["F", say("alike_do")]);
    }
  }

  /** Other flags of the same check and words: what "all like this" takes along. */
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
      if (shown.word(other).verdict !== "false") {
        decisions.add("verdict", "false", { flag: shown.name(other) });
      }
    }
    if (view.flag === number) begin();
    if (desk.mode !== "server") return void hint(say("alike_here"));
    const answer = await post(desk.words, { flag: shown.name(number) }).catch(() => null);
    hint(answer ? (await answer.json()).message ?? "" : away());
  }

  function pair(verdict) {
    const { bead } = view;
    if (bead === null) return void hint(say("choose_pair"));
    const name = review.beads[bead];
    decisions.forget();
    const before = decisions.opinion.pairs[name]?.verdict;
    decisions.add("pair", before === verdict ? "" : verdict, { bead: name });
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

  return {
    flag, pair, allAlike, finish, begin,
    next: () => { if (!begin()) onward(); },
    previous: () => {
      if (!view.step(-1, undecided)) hint(say("all_decided"), ["d", say("mark_done")]);
    },
    undo: () => turnBack(decisions.undo(), "undone"),
    redo: () => turnBack(decisions.redo(), "redone"),
  };
}
