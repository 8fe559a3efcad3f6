// What the button and the map say, in every language of the chat.
import texts from './place.json'

export type PlaceKey = keyof typeof texts.sv
export { texts }
