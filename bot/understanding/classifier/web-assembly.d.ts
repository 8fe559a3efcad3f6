// What is used of WebAssembly: the types of Node leave it to those of browsers.
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>
  }
  type Module = object
  type Imports = Readonly<Record<string, Readonly<Record<string, Memory | number>>>>
  const Memory: new (size: { readonly initial: number }) => Memory
  const Module: new (bytes: Uint8Array) => Module
  const Instance: new (module: Module, imports: Imports) => Instance
}
