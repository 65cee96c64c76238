// Where decisions go: a loopback server, the notebook's kernel, or the page's own storage.
// A store tells how it stands with "saving", "saved" or "unsaved" and, then, a sentence why.

const RETRY = 2000; // milliseconds

/** Sends events in order, again and again until they are said to be on the disk. */
function sender(send, tell) {
  let waiting = [];
  let busy = false;
  async function flush() {
    if (busy || !waiting.length) return;
    busy = true;
    tell("saving");
    const batch = waiting;
    const problem = await send(batch);
    busy = false;
    if (problem) {
      tell("unsaved", problem);
      setTimeout(flush, RETRY);
      return;
    }
    waiting = waiting.slice(batch.length);
    if (waiting.length) flush();
    else tell("saved");
  }
  return {
    save: (event) => { waiting = [...waiting, event]; flush(); },
    unsaved: () => waiting.length > 0,
  };
}

/** Asks the loopback server for something; rejects if nobody answers. */
const post = (url, body) => fetch(url, { method: "POST", credentials: "same-origin",
  headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

function serverStore(desk, tell, unreached) {
  const store = sender(async (events) => {
    try {
      const answer = await post(desk.post, { events });
      return answer.ok ? "" : (await answer.json()).problem;
    } catch {
      return unreached();
    }
  }, tell);
  addEventListener("beforeunload", (event) => { if (store.unsaved()) event.preventDefault(); });
  return store;
}

function kernelStore(model, tell, unreached) {
  const heard = new Map();
  let round = 0;
  model.on("msg:custom", (message) => heard.get(message.round)?.(message.problem));
  return sender((events) => new Promise((done) => {
    round += 1;
    heard.set(round, done);
    setTimeout(() => done(unreached()), 5 * RETRY);
    model.send({ round, events });
  }), tell);
}

/** A page that was mailed keeps decisions in the browser; a file takes them home. */
function localStore(review, tell, unkept) {
  const key = `selaras ${review.pair}`;
  let events = [];
  try {
    events = JSON.parse(localStorage.getItem(key) ?? "[]");
    if (!Array.isArray(events)) events = [];
  } catch {
    events = [];
  }
  return {
    known: () => events,
    save: (event) => {
      events = [...events, event];
      try {
        localStorage.setItem(key, JSON.stringify(events));
        tell("kept");
      } catch {
        tell("unsaved", unkept());
      }
    },
    unsaved: () => false,
  };
}

/** Hands the events over as a file, one a line, as `selaras decisions add` takes it. */
function download(events, by, root) {
  const lines = events.map((event) => JSON.stringify({ ...event, by })).join("\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines, "\n"], { type: "application/x-ndjson" }));
  link.download = `decisions-${by.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 40) || "reader"}.jsonl`;
  root.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
