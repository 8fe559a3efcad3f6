// How many uploads come in at once: in all, and of each address and conversation, because a slow one takes its place for long.
import { createTally } from './tally'
import type { WebChatBounds } from './web-chat-options'

type Room = Pick<
  WebChatBounds,
  'runningUploads' | 'runningUploadsPerAddress' | 'runningUploadsPerConversation'
>

export interface UploadRoom {
  /** @returns what gives the place back; undefined when there is none. */
  enter(of: { readonly address: string; readonly conversationId: string }): (() => void) | undefined
}

export function createUploadRoom(room: Room): UploadRoom {
  const ofAddress = createTally()
  const ofConversation = createTally()
  let running = 0
  return {
    enter({ address, conversationId }) {
      if (
        running >= room.runningUploads ||
        ofAddress.countOf(address) >= room.runningUploadsPerAddress ||
        ofConversation.countOf(conversationId) >= room.runningUploadsPerConversation
      )
        return undefined
      const leave = [ofAddress.add(address), ofConversation.add(conversationId)]
      running += 1
      return () => {
        running -= 1
        leave.forEach((each) => {
          each()
        })
      }
    },
  }
}
