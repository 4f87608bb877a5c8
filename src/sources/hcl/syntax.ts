/** A part of the text, by its offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** `${…}` and `%{…}` between texts. */
export type TemplatePart = string | { readonly value: Expression } | { readonly directive: true }

/** `.name`, `[key]`, `.*` and `[*]` behind a value. */
export type Step =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'index'; readonly key: Expression }
  | { readonly is: 'splat' }

/** An expression of HCL's native syntax. */
export type Expression = Span &
  (
    | { readonly is: 'literal'; readonly value: string | number | boolean | null }
    | { readonly is: 'template'; readonly parts: readonly TemplatePart[] }
    | { readonly is: 'list'; readonly items: readonly Expression[] }
    | { readonly is: 'object'; readonly items: readonly (readonly [key: Expression, value: Expression])[] }
    | { readonly is: 'variable'; readonly name: string }
    | { readonly is: 'access'; readonly of: Expression; readonly steps: readonly Step[] }
    | {
        readonly is: 'call'
        readonly name: string
        readonly given: readonly Expression[]
        readonly spread: boolean
      }
    | { readonly is: 'unary'; readonly operator: string; readonly of: Expression }
    | {
        readonly is: 'binary'
        readonly operator: string
        readonly left: Expression
        readonly right: Expression
      }
    | { readonly is: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
    | {
        readonly is: 'for'
        readonly names: readonly string[]
        readonly over: Expression
        readonly key?: Expression
        readonly value: Expression
        readonly test?: Expression
        readonly grouped: boolean
      }
  )

/** `name = expression`. */
export interface Attribute extends Span {
  readonly name: string
  readonly value: Expression
}

/** `type "label" { … }`. */
export interface Block extends Span {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: Body
  /** The end of the line that begins it. */
  readonly headEnd: number
}

/** What stands between braces, or in a whole file. */
export interface Body {
  readonly attributes: readonly Attribute[]
  readonly blocks: readonly Block[]
}
