// Looks into a process of Node.js that was started with `--inspect`.

export class Inspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result }: { id?: number; result?: unknown } = JSON.parse(String(data));
      if (id !== undefined) this.#waiting.get(id)?.(result);
    });
  }

  /** Where a process says that it listens. */
  static addressIn(told: readonly string[]): string | undefined {
    return /ws:\/\/\S+/.exec(told.join('\n'))?.[0];
  }

  static async attach(address: string): Promise<Inspector> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    return new Inspector(socket);
  }

  #ask(method: string): Promise<unknown> {
    const id = ++this.#asked;
    this.#socket.send(JSON.stringify({ id, method }));
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** Bytes in use after everything that can be collected is collected. */
  async usedHeap(): Promise<number> {
    // What the first round lets go may hold more.
    for (let round = 0; round < 3; round++) await this.#ask('HeapProfiler.collectGarbage');
    const usage = await this.#ask('Runtime.getHeapUsage');
    if (typeof usage === 'object' && usage !== null && 'usedSize' in usage && typeof usage.usedSize === 'number')
      return usage.usedSize;
    throw new Error(`No heap usage: ${JSON.stringify(usage)}`);
  }

  detach(): void {
    this.#socket.close();
  }
}
