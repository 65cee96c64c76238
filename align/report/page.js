// Brings a rendered review to life: lights what belongs together, steps, filters, switches language.
// Shared by the HTML report, which calls `bind` itself, and the notebook widget (`render`).

/** @param {HTMLElement} root  the element with data-selaras
 *  @param {{texts: Object<string, string[]>}} data  the report's own words, by language
 *  @param {EventTarget} keys  where j, k and Escape are listened for */
export function bind(root, data, keys = root) {
  const all = (selector) => [...root.querySelectorAll(selector)];
  const one = (selector) => root.querySelector(selector);
  const marksOf = (flag) => all(`mark[data-flag="${flag}"]`);
  const entryOf = (flag) => one(`[data-entry="${flag}"]`);
  const rowOf = (bead) => one(`.row[data-bead="${bead}"]`);
  const entries = all("[data-entry]");
  const current = one(".current");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let lit = null;

  // ---- lighting: `lit` is chosen and stays, `near` is under the pointer or the focus

  function partsOf(flag) {
    const entry = entryOf(flag);
    const marks = marksOf(flag);
    const rows = marks.map((mark) => mark.closest(".row")).concat(rowOf(entry.dataset.bead));
    return [entry, ...marks, ...rows.filter(Boolean)];
  }

  function near(flags) {
    for (const part of all(".near")) part.classList.remove("near");
    for (const flag of flags) for (const part of partsOf(flag)) part.classList.add("near");
  }

  function choose(flag, scroll = true) {
    for (const part of all(".lit")) part.classList.remove("lit");
    for (const entry of entries) entry.firstElementChild.removeAttribute("aria-current");
    lit = flag;
    tell();
    if (flag === null) return;
    for (const part of partsOf(flag)) part.classList.add("lit");
    entryOf(flag).firstElementChild.setAttribute("aria-current", "true");
    if (scroll) show(flag);
  }

  function show(flag) {
    const marks = marksOf(flag);
    const row = marks[0]?.closest(".row") ?? rowOf(entryOf(flag).dataset.bead);
    if (!row) return;
    const below = parseFloat(getComputedStyle(row).scrollMarginBottom); // room for .current
    const fits = row.offsetHeight + below < innerHeight;
    bring(fits ? row : marks[0] ?? row, "center");
    reveal(entryOf(flag));
  }

  function bring(part, block) {
    part.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });
  }

  // The list may scroll by itself beside the articles; the page must not move for it.
  function reveal(entry) {
    const list = entry.closest(".findings");
    if (list.scrollHeight <= list.clientHeight) return;
    const [inner, outer] = [entry.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top + 8;
    if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom + 8;
  }

  function tell() {
    if (!current) return;
    current.classList.toggle("idle", lit === null);
    const told = current.querySelector("p");
    told.replaceChildren();
    if (lit === null) return;
    const button = entryOf(lit).firstElementChild;
    for (const part of button.querySelectorAll(".number, .kind, .message")) {
      const copy = part.cloneNode(true);
      copy.removeAttribute("id");
      told.append(copy, " ");
    }
    current.dataset.category = entryOf(lit).dataset.category;
  }

  // ---- stepping

  const open = () => entries.filter((entry) => !entry.hidden).map((entry) => entry.dataset.entry);

  function step(by) {
    const flags = open();
    if (!flags.length) return;
    const at = flags.indexOf(lit);
    const next = at < 0 ? (by > 0 ? 0 : flags.length - 1) : (at + by + flags.length) % flags.length;
    choose(flags[next]);
  }

  /** The flags at a mark, innermost first; the filter may have put some of them out. */
  function flagsAt(node) {
    const flags = [];
    for (let mark = node.closest("mark"); mark; mark = mark.parentElement.closest("mark")) {
      if (!mark.classList.contains("out")) flags.push(mark.dataset.flag);
    }
    return flags;
  }

  function pick(node) {
    const flags = flagsAt(node);
    if (flags.length) choose(flags[(flags.indexOf(lit) + 1) % flags.length]);
  }

  // ---- filter and language

  function filter() {
    const on = new Set(all(".filter input:checked").map((box) => box.value));
    for (const entry of entries) {
      const { category, severity } = entry.dataset;
      entry.hidden = !(on.has(category) && on.has(severity));
      for (const mark of marksOf(entry.dataset.entry)) mark.classList.toggle("out", entry.hidden);
    }
    one(".none-left").hidden = open().length > 0;
    if (lit !== null && entryOf(lit).hidden) choose(null);
  }

  function speak(language) {
    const texts = data.texts[language];
    for (const part of all("[data-say]")) part.textContent = texts[part.dataset.say];
    for (const part of all("[data-say-label]")) part.ariaLabel = texts[part.dataset.sayLabel];
    for (const part of all("[data-say-title]")) part.title = texts[part.dataset.sayTitle];
    for (const part of [root, ...all("[data-chrome]")]) part.lang = language;
    for (const button of all("[data-language]")) {
      button.ariaPressed = String(button.dataset.language === language);
    }
    if (keys === root.ownerDocument) keys.documentElement.lang = language;
    tell();
  }

  // ---- what the reader does

  root.addEventListener("click", (event) => {
    const { target } = event;
    const entry = target.closest("[data-entry]");
    const language = target.closest("[data-language]");
    const elsewhere = target.closest(".elsewhere");
    const steps = target.closest("[data-step]");
    if (target.closest("mark")) pick(target);
    else if (entry) choose(entry.dataset.entry);
    else if (language) speak(language.dataset.language);
    else if (steps) step(Number(steps.dataset.step));
    else if (elsewhere) {
      event.preventDefault();
      const row = rowOf(elsewhere.dataset.to);
      row.focus({ preventScroll: true });
      bring(row, "center");
    }
  });

  root.addEventListener("change", (event) => {
    if (event.target.closest(".filter")) filter();
  });

  for (const kind of ["pointerover", "focusin"]) {
    root.addEventListener(kind, ({ target }) => {
      const entry = target.closest("[data-entry]");
      near(entry ? [entry.dataset.entry] : flagsAt(target));
    });
  }
  root.addEventListener("pointerleave", () => near([]));

  const controller = new AbortController();
  keys.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape" && lit !== null) choose(null);
    else if (event.key === "Enter" && event.target.matches?.("mark")) pick(event.target);
    else return;
    event.preventDefault();
    event.stopPropagation(); // a notebook has its own j and k
  }, { signal: controller.signal });

  root.classList.add("live");
  return () => controller.abort();
}

/** The notebook's way in. `html` is rendered and escaped by the same templates as the page. */
function render({ model, el }) {
  el.classList.add("selaras-cell");
  el.innerHTML = model.get("html");
  return bind(el.querySelector("[data-selaras]"), model.get("data"));
}

export default { render };
