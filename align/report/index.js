// The list of articles: sorted by a column, filtered by words, gone through by key.

const root = document.querySelector(".index");
const body = root.querySelector("tbody");
const search = root.querySelector(".search");
const links = () => [...body.rows].filter((row) => !row.hidden).map((row) => row.querySelector("a"));

function sort(column, button) {
  const up = button.dataset.order !== "up";
  for (const other of root.querySelectorAll("[data-sort]")) {
    delete other.dataset.order;
    other.closest("th").removeAttribute("aria-sort");
  }
  button.dataset.order = up ? "up" : "down";
  button.closest("th").ariaSort = up ? "ascending" : "descending";
  const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const rows = [...body.rows].sort((a, b) =>
    value(a).localeCompare(value(b), undefined, { numeric: true }) * (up ? 1 : -1));
  body.append(...rows);
}

function filter() {
  const wanted = search.value.trim().toLocaleLowerCase();
  for (const row of body.rows) row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
}

function step(by) {
  const stops = links();
  const at = stops.indexOf(document.activeElement);
  const next = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : at + by];
  if (!next) return;
  for (const link of body.querySelectorAll("a")) link.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

root.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-sort]");
  if (button) sort(Number(button.dataset.sort), button);
});
search.addEventListener("input", filter);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target === search) {
    if (event.key === "Escape" || event.key === "Enter") step(1);
    return;
  }
  const { key } = event;
  if (key === "j" || key === "ArrowDown") step(1);
  else if (key === "k" || key === "ArrowUp") step(-1);
  else if (key === "/") search.focus();
  else if (key === "n") {
    const next = [...body.rows].find((row) => !row.hidden && !row.classList.contains("is-done"));
    next?.querySelector("a").click();
  } else return;
  event.preventDefault();
});
