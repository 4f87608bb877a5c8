import type { Setting, Software } from './software.js'

const asksForPasswords = { facts: { auth: 'password' }, what: 'everybody has to log in' } as const
const plainDicom = {
  facts: { encryption: 'none', auth: 'none' },
  what: 'DICOM is spoken without TLS, and without a log-in',
  of: ['dicom'],
} as const

const WEB = ['http', 'https'] as const
const DICOM = ['dicom'] as const

/** The same setting as a variable of its own, and within a variable that holds JSON. */
const orthanc = (name: string, of: readonly string[], means: Setting['means']): Setting[] => {
  const variable = name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()
  return [
    { variable: new RegExp(`^ORTHANC__${variable}$`), of, means },
    { variable: /^ORTHANC_?_JSON$/, within: new RegExp(`"${name}"\\s*:\\s*(true|false)`), of, means },
  ]
}

const ORTHANC_SETTINGS: readonly Setting[] = [
  ...orthanc('SslEnabled', WEB, { true: { encryption: 'required' } }),
  ...orthanc('AuthenticationEnabled', WEB, { false: { auth: 'none' }, true: { auth: 'password' } }),
  // The plugin for authorization does in its place what Orthanc would ask itself.
  { variable: /^ORTHANC__AUTHORIZATION__WEB_SERVICE/, of: WEB, means: { '*': { auth: 'token' } } },
  {
    variable: /^AUTHZ_PLUGIN_ENABLED$|^AUTHORIZATION_PLUGIN_ENABLED$/,
    of: WEB,
    means: { true: { auth: 'token' } },
  },
  {
    variable: /^ORTHANC_?_JSON$/,
    within: /"(Authorization)"\s*:\s*\{/,
    of: WEB,
    means: { '*': { auth: 'token' } },
  },
  ...orthanc('DicomTlsEnabled', DICOM, {
    true: { encryption: 'required', clientCertificates: 'required', auth: 'certificate' },
    false: { encryption: 'none' },
  }),
  ...orthanc('DicomTlsRemoteCertificateRequired', DICOM, {
    false: { clientCertificates: 'none', auth: 'none' },
  }),
  ...orthanc('DicomServerEnabled', DICOM, { false: { closed: true } }),
]

/** Records of patients, images, and what passes messages between them. */
export const CLINICAL: readonly Software[] = [
  {
    images: /(?:^|\/)openemr$/,
    title: 'OpenEMR',
    kind: 'web-app',
    ports: [
      [80, 'http'],
      [443, 'https'],
    ],
    defaults: [asksForPasswords],
  },
  {
    images:
      /(?:^|\/)(?:openmrs-reference-application-.*|openmrs-reference-application|openmrs-core|openmrs|bahmni\/openmrs|bahmni-standard|openmrs-distro-.*|openmrs-backend)$/,
    title: 'OpenMRS',
    kind: 'web-app',
    ports: [[8080, 'http']],
    defaults: [asksForPasswords],
  },
  {
    images:
      /^hapiproject\/hapi$|(?:^|\/)(?:hapi-fhir|hapi-fhir-jpaserver(?:-starter)?|hapi-fhir-jpaserver-start)$/,
    title: 'HAPI FHIR',
    kind: 'api',
    ports: [[8080, 'http']],
    defaults: [{ facts: { auth: 'none' }, what: 'nobody has to log in' }],
  },
  {
    images: /(?:^|\/)(?:ibm-fhir-server|linuxforhealth\/fhir-server|fhir-server)$/,
    title: 'LinuxForHealth FHIR Server',
    kind: 'api',
    ports: [[9443, 'https']],
    defaults: [asksForPasswords],
  },
  {
    images: /^healthcareapis\/.*fhir.*$|(?:^|\/)azure-fhir-api$/,
    title: 'FHIR Server for Azure',
    kind: 'api',
    ports: [[8080, 'http']],
    settings: [
      {
        variable: /^FhirServer__Security__(?:Authentication__)?Enabled$/i,
        means: { false: { auth: 'none' }, true: { auth: 'token' } },
      },
    ],
  },
  {
    images: /^healthsamurai\/(?:aidboxone|aidbox)$/,
    title: 'Aidbox',
    kind: 'api',
    ports: [[8888, 'http']],
    defaults: [asksForPasswords],
  },
  { images: /^firely\/server$/, title: 'Firely Server', kind: 'api', ports: [[4080, 'http']] },
  {
    images: /(?:^|\/)medplum-server$/,
    title: 'Medplum',
    kind: 'api',
    ports: [[8103, 'http']],
    defaults: [asksForPasswords],
  },
  { images: /(?:^|\/)blaze$/, title: 'Blaze', kind: 'api', ports: [[8080, 'http']] },
  {
    images:
      /^(?:orthancteam|osimis)\/orthanc(?:-pre-release)?$|^jodogne\/orthanc(?:-plugins|-python)?$|(?:^|\/)orthanc$/,
    title: 'Orthanc',
    kind: 'document-store',
    ports: [
      [4242, 'dicom'],
      [8042, 'http'],
    ],
    defaults: [plainDicom],
    settings: ORTHANC_SETTINGS,
  },
  {
    images: /(?:^|\/)dcm4chee-arc-.*$/,
    title: 'dcm4chee-arc',
    kind: 'document-store',
    ports: [
      [11112, 'dicom'],
      [8080, 'http'],
      [8443, 'https'],
      [2575, 'mllp'],
    ],
    defaults: [
      plainDicom,
      { facts: { encryption: 'none', auth: 'none' }, what: 'MLLP is spoken without TLS', of: ['mllp'] },
    ],
  },
  {
    images: /(?:^|\/)(?:storescp|dcmtk|dicoogle|conquest-dicom)$/,
    title: 'DICOM server',
    kind: 'document-store',
    ports: [[11112, 'dicom']],
    defaults: [plainDicom],
  },
  {
    images: /(?:^|\/)(?:ohif-viewer|ohif\/(?:viewer|app)|meddream-dicom-viewer)$/,
    title: 'DICOM viewer',
    kind: 'web-app',
    ports: [[80, 'http']],
  },
  {
    images: /^nextgenhealthcare\/connect$|(?:^|\/)(?:mirth-connect|mirthconnect|open-integration-engine)$/,
    title: 'Mirth Connect',
    kind: 'integration-engine',
    ports: [[8443, 'https']],
    defaults: [asksForPasswords],
  },
  {
    images: /(?:^|\/)openhim-core$/,
    title: 'OpenHIM',
    kind: 'integration-engine',
    ports: [
      [8080, 'https'],
      [5000, 'https'],
      [5001, 'http'],
    ],
  },
  {
    images: /(?:^|\/)(?:camel-k|nifi)$/,
    title: 'Apache NiFi',
    kind: 'integration-engine',
    ports: [[8443, 'https']],
  },
  {
    images: /(?:^|\/)(?:dhis2-core|dhis2)$|^dhis2\/core$/,
    title: 'DHIS2',
    kind: 'web-app',
    ports: [[8080, 'http']],
    defaults: [asksForPasswords],
  },
  {
    images: /(?:^|\/)(?:openelis-global-2|openelis)$/,
    title: 'OpenELIS',
    kind: 'web-app',
    ports: [[8443, 'https']],
    defaults: [asksForPasswords],
  },
]
