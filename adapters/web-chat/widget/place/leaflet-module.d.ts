// Leaflet as modules, which its types do not name: a bundle of it is smaller.
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet'
}
