// Splitting, merging and linking pairs anew: asked of the server, after which the page is new.

/** @param {object} desk  look, say, hint and away of the reviewer's desk */
function relinkOf(view, { review, desk }, { look, say, hint, away }) {
  let first = null; // the pair that waits to be linked with another

  async function ask(kind, beads) {
    if (desk.mode !== "server") return void hint(say("link_server"));
    if (beads.some((bead) => !(bead in review.beads))) return void hint(say("link_none"));
    look.flush();
    const names = beads.map((bead) => review.beads[bead]);
    const answer = await post(desk.link, { kind, beads: names }).catch(() => null);
    if (!answer) return void hint(away());
    const told = await answer.json();
    if (!answer.ok) return void hint(told.problem);
    location.reload();
  }

  function mergeNext() {
    const rows = [...view.rows.keys()];
    ask("merge", [view.bead, rows[rows.indexOf(view.bead) + 1]]);
  }

  function linkTwo() {
    if (view.bead === null) return;
    if (first === null || first === view.bead) {
      first = view.bead;
      hint(say("link_other"));
    } else ask("merge", [first, view.bead]);
  }

  return { mergeNext, linkTwo, split: () => ask("split", [view.bead]) };
}
