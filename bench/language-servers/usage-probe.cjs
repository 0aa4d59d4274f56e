// Loaded into a server before its own code: collects garbage and tells its memory and processor time when the bench asks over the channel beside stdio.
process.on('message', () => {
  const { user, system } = process.threadCpuUsage();
  const cpu = (user + system) / 1000;
  // Twice: what finalizers let go is collected the second time.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ heapUsed, external, rss, cpu });
});
