// Services and cases in the words of GeoReport v2. Optional fields of the specification that we have no value for are empty.
import { isClosed } from '../../bot/contracts/cases/case'
import type { CaseService, PublicCase } from '../../bot/contracts/cases/public-cases'
import type { Plain } from './write-xml'

export const renderService = ({
  code,
  name,
  description,
  group,
  keywords,
  attributes,
}: CaseService): Plain => ({
  service_code: code,
  service_name: name,
  description,
  metadata: attributes.length > 0,
  type: 'realtime',
  keywords: keywords.join(','),
  group,
})

export const renderDefinition = ({ code, attributes }: CaseService): Plain => ({
  service_code: code,
  attributes: attributes.map((attribute, index) => ({
    variable: true,
    code: attribute.code,
    datatype: attribute.kind,
    required: false,
    datatype_description: '',
    order: index + 1,
    description: attribute.description,
    values: attribute.values.map(({ key, name }) => ({ key, name })),
  })),
})

/** Whole seconds, in UTC. */
const timeOf = (iso: string): string => new Date(iso).toISOString().replace(/\.\d+Z$/, 'Z')

export const renderRequest = (shown: PublicCase): Plain => ({
  service_request_id: shown.number,
  status: isClosed(shown.status) ? 'closed' : 'open',
  status_notes: shown.fixed === false ? `${shown.status} (inte åtgärdat)` : shown.status,
  service_name: shown.service.name,
  service_code: shown.service.code,
  description: shown.description ?? '',
  agency_responsible: shown.department,
  service_notice: '',
  requested_datetime: timeOf(shown.at),
  updated_datetime: timeOf(shown.updatedAt),
  expected_datetime: '',
  address: shown.address ?? '',
  address_id: '',
  zipcode: '',
  lat: shown.lat ?? null,
  long: shown.lon ?? null,
  media_url: '',
})

/** @param address where the server stands: `https://chatt.example.se/open311/v2`. */
export const renderDiscovery = (address: string, changedAt: string, contact: string): Plain => ({
  changeset: timeOf(changedAt),
  contact,
  key_service: contact,
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: address,
      changeset: timeOf(changedAt),
      type: 'production',
      formats: ['text/xml', 'application/json'],
    },
  ],
})
