// @ts-check

/**
 * Finds the entry that brings the system its own packages and asks for a later suite in it instead. Nothing but the suite
 * changes, so that packages still come from wherever this machine gets them, checked by the same keys.
 *
 * @param {string[]} files the texts of apt's source files, of either format
 * @param {string} codename the system's own suite, `bookworm`
 * @param {string} suite the one to ask for, `trixie`
 * @returns {string | undefined} the text of a `.sources` file
 */
export function laterSuite(files, codename, suite) {
  for (const file of files) {
    const entry = fromParagraphs(file, codename) ?? fromLines(file, codename);
    if (entry) return `${[...entry, `Suites: ${suite}`, 'Components: main'].join('\n')}\n`;
  }
  return undefined;
}

/**
 * deb822: paragraphs of fields.
 *
 * @param {string} text
 * @param {string} codename
 */
function fromParagraphs(text, codename) {
  const uncommented = text.replace(/^#.*\n?/gm, '');
  const wanted = uncommented.split(/\n\s*\n/).find((paragraph) => {
    const isOff = /^Enabled:\s*no/im.test(paragraph);
    return !isOff && fieldOf(paragraph, 'Types').includes('deb') && fieldOf(paragraph, 'Suites').includes(codename);
  });
  // A key given in place covers several indented lines; they belong to the field before them.
  const fields = wanted?.trim().split(/\n(?=\S)/);
  return fields?.filter((field) => !/^(Suites|Components|Types):/i.test(field)).concat('Types: deb');
}

/** @param {string} paragraph @param {string} name */
function fieldOf(paragraph, name) {
  return (new RegExp(`^${name}:(.*)$`, 'im').exec(paragraph)?.[1] ?? '').trim().split(/\s+/);
}

/**
 * `deb [signed-by=/path] http://mirror/debian bookworm main`
 *
 * @param {string} text
 * @param {string} codename
 */
function fromLines(text, codename) {
  for (const line of text.split('\n')) {
    const [, options = '', uri, suite] = /^\s*deb\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)/.exec(line) ?? [];
    if (suite !== codename || uri === undefined) continue;
    const signedBy = /signed-by=(\S+)/.exec(options)?.[1];
    return ['Types: deb', `URIs: ${uri}`, ...(signedBy ? [`Signed-By: ${signedBy}`] : [])];
  }
  return undefined;
}
