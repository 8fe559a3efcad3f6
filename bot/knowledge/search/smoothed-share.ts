// How much a term says for a text, where its page and all texts together speak too: short texts say little themselves.
//
// A text is taken for a draw from a mixture: a term is as likely as it is in the text itself, on its page, and anywhere. So what a
// whole page is about counts for all its texts, and tells them apart the less the more the page speaks of it. ("A Study of
// Smoothing Methods for Language Models", Zhai & Lafferty, TOIS 2004, the Dirichlet prior; with the page between text and
// collection: "Cluster-Based Retrieval Using Language Models", Liu & Croft, SIGIR 2004.) All in natural logarithms of how much
// likelier a term is than anywhere.

/** How far a page speaks for its texts, beside all pages: 0 not at all, below 1. */
const pageSpeaks = 0.5

/** How likely a term is on a page whatever the text, by its share of the page's terms and of all; the latter above 0. */
export const mixedShare = (onPage: number, anywhere: number): number =>
  pageSpeaks * onPage + (1 - pageSpeaks) * anywhere

/** What a term says for every text of a page. */
export const saidByPage = (mixed: number, anywhere: number): number =>
  Math.log(mixed / ((1 - pageSpeaks) * anywhere))

/** What a term says besides for a text that has it `count` times; `prior`: as if so many terms of the mixture stood there too. */
export const saidByText = (count: number, mixed: number, prior: number): number =>
  Math.log(1 + count / (prior * mixed))

/** What each asked term costs a text of so many terms: in a long text anything is likelier to stand. */
export const costOfLength = (length: number, prior: number): number => Math.log(1 + length / prior)

/** How much it says that a term stands somewhere, by the number of texts that have it (Robertson & Spärck Jones, 1976). */
export const rarity = (withTerm: number, textCount: number): number =>
  Math.log(1 + (textCount - withTerm + 0.5) / (withTerm + 0.5))
