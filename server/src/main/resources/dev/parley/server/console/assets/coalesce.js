// Runs a read again and again on request, but never twice at once and never more often than a
// minimal distance: what is asked for meanwhile is one more run at the end.

/** @param distanceMs least time between the starts of two runs of one key */
export function coalescer(distanceMs) {
  const jobs = new Map(); // key → {running, again, lastAt}

  /** Answers when a run that began after this call is complete. */
  return function run(key, read) {
    const job = jobs.get(key) ?? { running: null, next: null, lastAt: -Infinity };
    jobs.set(key, job);
    // A run that already waits for its turn will see all that has happened until now.
    job.next ??= (job.running ?? Promise.resolve())
      .then(() => pause(job.lastAt + distanceMs - performance.now()))
      .then(() => {
        job.running = job.next;
        job.next = null;
        job.lastAt = performance.now();
        return read();
      });
    return job.next;
  };
}

const pause = (ms) => (ms > 0 ? new Promise((done) => setTimeout(done, ms)) : undefined);
