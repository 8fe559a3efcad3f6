// Open311 GeoReport v2, both ways: a server for apps and systems that report to the city, and a desk at another city system.
export { createOpen311Desk, type Open311DeskParts } from './desk'
export { createOpen311Server, type Open311ServerParts } from './server'
