// What dialogs did in a turn, in their authors' names: for conversation tests and figures.

export type DialogEvent =
  | { readonly kind: 'started'; readonly dialog: string }
  | { readonly kind: 'said'; readonly id: string }
  /** Keys of the steps that a walk came by, and of the branches it took. */
  | { readonly kind: 'walked'; readonly dialog: string; readonly trace: ReadonlySet<string> }
  | { readonly kind: 'did'; readonly action: string }
  | { readonly kind: 'asked'; readonly name: string }
  | { readonly kind: 'handed-off'; readonly id: string }
  | { readonly kind: 'ended'; readonly dialog: string; readonly status: string }
