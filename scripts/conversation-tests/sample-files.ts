// What a resident sends in a conversation test: files that nobody opens.
import type { FileShelf } from '../../bot/contracts/store/file-shelf'
import type { MessageContent } from '../../bot/contracts/talk/message'
import type { SentFile, SentFileKind } from '../../bot/contracts/talk/sent-file'
import type { ResidentLine } from '../../bot/dialog/model/dialog-test'

/** Has every file. */
export const trustingShelf: Pick<FileShelf, 'keep' | 'hold'> = {
  keep: () => Promise.resolve(true),
  hold: () => Promise.resolve(),
}

export const sampleFiles = (kind: SentFileKind, count: number): readonly SentFile[] =>
  Array.from({ length: count }, (_, index) => {
    const file = String(index + 1).padStart(32, '0')
    return kind === 'photo'
      ? { file, kind, bytes: 200_000, width: 1_600, height: 1_200 }
      : { file, kind, bytes: 90_000 }
  })

export const contentOfLine = (line: ResidentLine): MessageContent =>
  line.kind === 'user'
    ? { kind: 'text', text: line.text }
    : { kind: 'upload', files: sampleFiles(line.what, line.count) }
