// Brings a rendered review to life: lights what belongs together, steps, filters, switches language.
// The scripts of this room (SCRIPTS in document.py) are joined into one module, for page and widget.

/** Lookups of a review's parts, made once: nothing is searched for while the reader steps. */
function partsOf(root) {
  const group = (selector, key) => {
    const found = new Map();
    for (const part of root.querySelectorAll(selector)) {
      const name = part.dataset[key];
      if (found.has(name)) found.get(name).push(part);
      else found.set(name, [part]);
    }
    return found;
  };
  const marks = group("mark[data-flag]", "flag");
  const entries = new Map([...root.querySelectorAll("[data-entry]")]
    .map((entry) => [entry.dataset.entry, entry]));
  const rows = new Map([...root.querySelectorAll(".row[data-bead]")]
    .map((row) => [row.dataset.bead, row]));
  return { marks, entries, rows };
}

/** @param {HTMLElement} root  the element with data-selaras
 *  @param {object} data  texts of the report by language, and its words for what happens later
 *  @param {object} hear  what others want to hear: chose(flag, bead), spoke(language), filtered() */
function viewOf(root, data, hear) {
  const { marks, entries, rows } = partsOf(root);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const list = root.querySelector(".flags");
  const view = { flag: null, bead: null, language: root.lang, entries, rows, marks };
  let lit = [];

  const marksOf = (flag) => marks.get(flag) ?? [];
  const rowsOf = (flag) => {
    const own = marksOf(flag).map((mark) => mark.closest(".row"));
    const row = rows.get(entries.get(flag)?.dataset.bead);
    return [...new Set([...own, row])].filter(Boolean);
  };

  // ---- the flag that is chosen stays lit; what is under the pointer or the focus is near

  let close = [];
  view.near = (flags) => {
    for (const part of close) part.classList.remove("near");
    close = flags.flatMap((flag) => [entries.get(flag), ...marksOf(flag), ...rowsOf(flag)]);
    for (const part of close) part?.classList.add("near");
  };

  view.choose = (flag, { scroll = true } = {}) => {
    for (const part of lit) part?.classList.remove("lit");
    const before = entries.get(view.flag)?.firstElementChild;
    before?.removeAttribute("aria-current");
    view.flag = flag;
    lit = [];
    if (flag !== null) {
      const entry = entries.get(flag);
      lit = [entry, ...marksOf(flag), ...rowsOf(flag)];
      entry.firstElementChild.setAttribute("aria-current", "true");
      rove(entry.firstElementChild, list);
      view.bead = entry.dataset.bead;
    } else if (rows.has(view.bead)) {
      lit = [rows.get(view.bead)];
    }
    for (const part of lit) part?.classList.add("lit");
    hear.chose?.(); // the bar at the foot takes its height before anything is scrolled
    if (flag !== null && scroll) show(flag);
  };

  view.visit = (bead, scroll = true) => {
    view.bead = bead;
    view.choose(null);
    const row = rows.get(bead);
    if (!row) return;
    rove(row, root.querySelector(".articles"));
    if (scroll) bring(row);
  };

  function show(flag) {
    const [row] = rowsOf(flag);
    if (!row) return;
    rove(row, root.querySelector(".articles"));
    const [mark] = marksOf(flag);
    bring(mark && row.offsetHeight > innerHeight / 2 ? mark : row);
    reveal(entries.get(flag));
  }

  /** No scrolling while it can be seen whole; else to the middle, at once. */
  function bring(part) {
    const box = part.getBoundingClientRect();
    const top = root.querySelector(".bar").getBoundingClientRect().bottom;
    const foot = root.querySelector(".current")?.getBoundingClientRect();
    const bottom = Math.min(innerHeight, foot?.height ? foot.top : innerHeight);
    if (box.top >= top && box.bottom <= bottom) return;
    part.scrollIntoView({ block: "center", behavior: "instant" });
  }

  // The list may scroll by itself beside the articles; the page must not move for it.
  function reveal(entry) {
    const box = entry.closest(".findings");
    if (box.scrollHeight <= box.clientHeight) return;
    const [inner, outer] = [entry.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top + 48;
    if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom + 48;
  }

  // ---- one tab stop a list: the arrows go through it

  function rove(part, within) {
    for (const other of within.querySelectorAll("[tabindex='0'][data-rove]")) other.tabIndex = -1;
    part.tabIndex = 0;
  }

  root.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = event.target.closest?.("[data-rove]");
    if (!by || !at || event.shiftKey || root.classList.contains("picking")) return;
    const within = at.closest(".flags, .articles");
    const stops = [...within.querySelectorAll("[data-rove]")].filter((stop) => stop.offsetParent);
    const next = stops[stops.indexOf(at) + by];
    if (!next) return;
    rove(next, within);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest", behavior: "instant" });
    event.preventDefault();
  });

  // ---- stepping

  view.open = () => [...list?.children ?? []].filter((entry) => !entry.hidden)
    .map((entry) => entry.dataset.entry);

  view.step = (by, wanted = () => true) => {
    const flags = view.open();
    const at = flags.indexOf(view.flag);
    const from = at < 0 ? (by > 0 ? -1 : flags.length) : at;
    for (let i = 1; i <= flags.length; i += 1) {
      const flag = flags[(from + by * i + flags.length * 2) % flags.length];
      if (wanted(flag)) {
        view.choose(flag);
        return true;
      }
    }
    return false;
  };

  /** The flags at a mark, innermost first; the filter may have put some of them out. */
  view.flagsAt = (node) => {
    const flags = [];
    for (let mark = node.closest("mark"); mark; mark = mark.parentElement.closest("mark")) {
      if (!mark.classList.contains("out")) flags.push(mark.dataset.flag);
    }
    return flags;
  };

  view.pick = (node) => {
    const flags = view.flagsAt(node);
    if (flags.length) view.choose(flags[(flags.indexOf(view.flag) + 1) % flags.length]);
  };

  // ---- filter, order and language

  view.filter = () => {
    const on = new Set(all(".filter input[type=checkbox]:checked").map((box) => box.value));
    for (const [flag, entry] of entries) {
      const { category, severity, verdict } = entry.dataset;
      entry.hidden = !(on.has(category) && on.has(severity) && on.has(verdict || "undecided"))
        && flag !== view.flag;
      for (const mark of marksOf(flag)) mark.classList.toggle("out", entry.hidden);
    }
    const none = root.querySelector(".none-left");
    if (none) none.hidden = view.open().length > 0;
    hear.filtered?.();
  };

  view.order = (by) => {
    if (!list) return;
    const place = (entry) => Number(by === "severity" ? entry.dataset.rank : entry.dataset.entry);
    list.append(...[...entries.values()].sort((a, b) => place(a) - place(b)));
    const box = root.querySelector("[data-order]");
    if (box) box.value = by;
    hear.filtered?.();
  };

  view.speak = (language) => {
    view.language = language;
    const texts = data.texts[language];
    for (const part of all("[data-say]")) part.textContent = texts[part.dataset.say];
    for (const part of all("[data-say-label]")) part.ariaLabel = texts[part.dataset.sayLabel];
    for (const part of all("[data-say-title]")) part.title = texts[part.dataset.sayTitle];
    for (const part of [root, ...all("[data-chrome]")]) part.lang = language;
    for (const button of all("[data-language]")) {
      button.ariaPressed = String(button.dataset.language === language);
    }
    hear.spoke?.(language);
  };

  return view;
}
