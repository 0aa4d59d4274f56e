// Waiting for what happens: how soon it does is the machine's affair, that it does is ours.

/** In milliseconds: enough for a machine that has much else to do. */
const patience = 120_000;

/** Asks until the answer is as wanted, and gives it; fails with the last answer when patience is at an end. */
export async function until<Value>(
  what: string,
  ask: () => Value | Promise<Value>,
  wanted: (value: Value) => boolean,
): Promise<Value> {
  let value = await ask();
  for (const start = Date.now(); !wanted(value) && Date.now() - start < patience; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    value = await ask();
  }
  if (!wanted(value)) throw new Error(`${what}: it is ${JSON.stringify(value)}`);
  return value;
}
