// The form at the foot: changing a flag, commenting, and adding what was missed.

/** @param {object} desk  shown, say, hint and rest of the reviewer's desk */
function editorOf(root, view, { review }, { decisions, flags }, { shown, say, hint, rest }) {
  const form = root.querySelector(".editor");
  let editing = null; // {flag} or {pair}, or {add, pair}: the words of a flag to be

  function edit(what, field) {
    if (!what) return;
    editing = what;
    const word = what.flag ? shown.word(what.flag) : {};
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
      const word = shown.word(flag);
      const found = flags.get(flag);
      const about = { flag: shown.name(flag) };
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

  const pairHere = () => view.bead !== null && { pair: review.beads[view.bead] };
  return {
    form, save, close,
    open: () => editing !== null,
    change: () => edit(view.flag !== null && { flag: view.flag }, "category"),
    comment: () => edit(view.flag !== null ? { flag: view.flag } : pairHere(), "comment"),
    add: ({ source, target }) => edit({ add: { source, target }, ...pairHere() }, "category"),
  };
}
