interface TextFile {
  readonly path: string
  readonly text: string
}

/**
 * A file that has not changed is the very one of the last time, however it came: what is made of it, and is told apart by
 * identity, need not be made again.
 */
export function sameFiles<File extends TextFile>(): (file: File) => File {
  const last = new Map<string, File>()
  return (file) => {
    const before = last.get(file.path)
    const same = before?.text === file.text ? before : file
    last.set(file.path, same)
    return same
  }
}
