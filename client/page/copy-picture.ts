// Puts a picture on the clipboard: as a PNG, which every program takes, and as the SVG that it was painted from where the browser lets it.

/** The focus comes to the page shortly after it was asked for, on a machine that has much else to do a little later; in milliseconds. */
const patience = 10_000;
const pause = 50;
/** Somebody may be asked whether the page may write, in milliseconds. */
const leave = 15_000;

/** Undefined when it is there; else why the browser did not take it. Browsers take pictures only of a page that has the focus. */
export async function copyPicture(svg: string, png: Blob): Promise<string | undefined> {
  try {
    window.focus();
    for (let waited = 0; !document.hasFocus() && waited < patience; waited += pause)
      await new Promise((resume) => setTimeout(resume, pause));
    if (!document.hasFocus()) throw new Error('the preview did not get the focus');
    const asSvg = 'image/svg+xml';
    const takesSvg = typeof ClipboardItem.supports === 'function' && ClipboardItem.supports(asSvg);
    const item = new ClipboardItem({
      'image/png': png,
      ...(takesSvg ? { [asSvg]: new Blob([svg], { type: asSvg }) } : {}),
    });
    // Where nobody is there to answer the browser's question, it is never answered.
    const unanswered = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('the browser did not answer')), leave);
    });
    await Promise.race([navigator.clipboard.write([item]), unanswered]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
