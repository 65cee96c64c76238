// The words that a reader chooses for a flag of his or her own: by mouse, or by keyboard.

/** @param {function} tell  shows a text of the desk, by key; chosen: is called when words are */
function wordsOf(root, view, tell, chosen) {
  /** The words under the selection, by side, and the row they stand in. */
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const inner = range.startContainer.nodeType === 1 ? range.startContainer
      : range.startContainer.parentElement;
    const row = inner.closest?.(".row");
    if (!row || !root.contains(row)) return null;
    const text = (side) => {
      const part = row.querySelector(`.${side}`);
      if (!part || !range.intersectsNode(part)) return "";
      const within = document.createRange();
      within.selectNodeContents(part);
      if (range.compareBoundaryPoints(Range.START_TO_START, within) > 0) {
        within.setStart(range.startContainer, range.startOffset);
      }
      if (range.compareBoundaryPoints(Range.END_TO_END, within) < 0) {
        within.setEnd(range.endContainer, range.endOffset);
      }
      return within.toString().trim();
    };
    return { row, source: text("source"), target: text("target") };
  }

  /** By keyboard: the arrows move over words, with shift they widen, Tab goes to the other side. */
  function pick(side) {
    const row = view.rows.get(view.bead) ?? [...view.rows.values()][0];
    const text = row?.querySelector(`.${side} .sentence`) ?? row?.querySelector(".sentence");
    if (!text) return;
    view.bead = row.dataset.bead;
    root.classList.add("picking");
    root.dataset.picking = text.closest(".source") ? "source" : "target";
    const selection = getSelection();
    selection.collapse(text, 0);
    selection.modify("extend", "forward", "word");
    tell("picking");
  }

  function picking(event) {
    const selection = getSelection();
    const way = { ArrowLeft: "backward", ArrowRight: "forward" }[event.key];
    if (way && event.shiftKey) selection.modify("extend", way, "word");
    else if (way) {
      if (way === "forward") selection.collapseToEnd();
      else {
        selection.collapseToStart();
        selection.modify("move", "backward", "word");
      }
      selection.modify("extend", "forward", "word");
    } else if (event.key === "Tab") pick(root.dataset.picking === "source" ? "target" : "source");
    else if (event.key === "Enter" || event.key === "a") {
      root.classList.remove("picking");
      chosen();
    } else if (event.key === "Escape") {
      root.classList.remove("picking");
      selection.removeAllRanges();
      tell("");
    }
  }

  return { selected, pick, picking };
}
