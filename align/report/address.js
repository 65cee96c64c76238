// The address remembers flag, filter, order and language, so that a link leads back to all of them.

/** @param {function} begin  goes to the first flag that waits */
function addressOf(root, view, data, flags, begin) {
  const { desk } = data;
  const one = (selector) => root.querySelector(selector);
  const all = (selector) => [...root.querySelectorAll(selector)];
  let ready = false;

  function remember() {
    if (!ready) return;
    const state = new URLSearchParams();
    if (view.flag !== null) state.set("flag", flags.get(view.flag).id);
    const off = all(".filter input[type=checkbox]:not(:checked):not(:disabled)");
    if (off.length) state.set("hide", off.map((box) => box.value).join(" "));
    if (one("[data-order]")?.value === "severity") state.set("order", "severity");
    if (view.language !== desk.language) state.set("language", view.language);
    const text = state.toString();
    try {
      history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
    } catch {
      // a page inside a frame without an address of its own
    }
  }

  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    const hidden = new Set((state.get("hide") ?? "").split(" "));
    for (const box of all(".filter input[type=checkbox]")) {
      if (!box.disabled) box.checked = !hidden.has(box.value);
    }
    if (hidden.size > 1 || !hidden.has("")) view.filter();
    if (state.get("order") === "severity") view.order("severity");
    const language = state.get("language");
    if (language in data.texts && language !== view.language) view.speak(language);
    const flag = [...flags.values()].find(({ id }) => id === state.get("flag"));
    ready = true;
    if (flag) view.choose(flag.number);
    else if (state.has("first")) begin();
  }

  return { remember, recall };
}
