// Which pairs a reader has had before the eyes long enough to have read them.

const READ = 700; // milliseconds on screen after which a pair counts as looked at
const GATHER = 2000; // milliseconds for which looked-at pairs are gathered into one event

/** Watches the passages, and notes those that were looked at as events. */
function lookOf(root, view, review, decisions) {
  const seen = new Set();
  const timers = new Map();
  let gathering = null;
  const flush = () => {
    clearTimeout(gathering);
    gathering = null;
    const fresh = [...seen].filter((pair) => !decisions.opinion.looked.has(pair));
    seen.clear();
    if (fresh.length) decisions.add("looked", fresh);
  };
  const watcher = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting, intersectionRatio, intersectionRect } of changes) {
      const { bead } = target.dataset;
      clearTimeout(timers.get(bead));
      const plain = isIntersecting && root.ownerDocument.visibilityState === "visible"
        && (intersectionRatio >= 0.6 || intersectionRect.height > innerHeight / 2);
      if (!plain || decisions.opinion.looked.has(review.beads[bead])) continue;
      timers.set(bead, setTimeout(() => {
        seen.add(review.beads[bead]);
        gathering ??= setTimeout(flush, GATHER);
      }, READ));
    }
  }, { threshold: [0, 0.3, 0.6, 1] });
  for (const row of view.rows.values()) watcher.observe(row);
  return { flush, end: () => watcher.disconnect() };
}
