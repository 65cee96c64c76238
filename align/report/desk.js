// The reviewer's desk: keys and buttons, what they do, and what is then seen.

/** @param {HTMLElement} root  the element with data-selaras
 *  @param {object} data  what `fragment` gives beside the markup
 *  @param {{keys?: EventTarget, model?: object}} place  where keys are listened for; the kernel */
export function bind(root, data, { keys = root, model = null } = {}) {
  const one = (selector) => root.querySelector(selector);
  const { review, desk } = data;
  const flags = new Map(review.flags.map((flag) => [flag.number, flag]));
  const page = keys === root.ownerDocument;
  const stop = new AbortController();
  const say = (key, ...parts) => parts.reduce(
    (text, part) => text.replace("{}", part), data.words[view.language][key]);

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

  // ---- what a reviewer does, each in a file of its own

  const go = (to) => { if (to) location.href = to; else hint(say("no_article")); };
  const rest = () => root.focus({ preventScroll: true });
  const look = lookOf(root, view, review, decisions);
  const kit = { shown, look, say, hint, go, away, rest };
  const judging = judgingOf(view, data, { store, decisions, flags }, kit);
  const editor = editorOf(root, view, data, { decisions, flags }, kit);
  const linking = relinkOf(view, data, kit);
  const address = page ? addressOf(root, view, data, flags, judging.begin) : null;

  function add() {
    const chosen = words.selected();
    if (chosen && (chosen.source || chosen.target)) {
      view.bead = chosen.row.dataset.bead;
      return void editor.add(chosen);
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

  // ---- keys and buttons: one table for both

  const acts = {
    t: () => judging.flag("true"), f: () => judging.flag("false"), u: () => judging.flag("unsure"),
    F: judging.allAlike, y: () => judging.pair("accepted"), x: () => judging.pair("rejected"),
    o: () => judging.pair("open"), z: judging.undo, Z: judging.redo,
    j: () => view.step(1), k: () => view.step(-1), n: judging.next, p: judging.previous,
    e: editor.change, c: editor.comment,
    a: add, d: judging.finish, i: () => root.classList.toggle("why"),
    "/": () => { search.hidden = false; search.focus(); search.select(); },
    "?": () => { const help = one(".help"); help.open ? help.close() : help.showModal(); },
    "]": () => go(desk.next), "[": () => go(desk.previous),
    s: () => view.order(one("[data-order]")?.value === "severity" ? "reading" : "severity"),
    l: () => drawer(), m: linking.mergeNext, w: linking.split, g: linking.linkTwo,
    S: saveFile,
  };

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
    if (editor.open()) editor.close();
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
    else if (event.target.form === editor.form && event.key === "Enter"
      && event.target.localName === "select") editor.save();
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
    } else if (target.closest("[data-cancel]")) editor.close();
    else if (target.closest("mark")) view.pick(target);
    else if (entry) { view.choose(entry.dataset.entry); drawer(false); }
    else if (language) view.speak(language.dataset.language);
    else if (elsewhere) {
      event.preventDefault();
      view.visit(elsewhere.dataset.to);
      view.rows.get(elsewhere.dataset.to)?.focus({ preventScroll: true });
    } else if (row && getSelection().isCollapsed) view.visit(row.dataset.bead, false);
  }, { signal: stop.signal });

  editor.form.addEventListener("submit", (event) => { event.preventDefault(); editor.save(); });
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
