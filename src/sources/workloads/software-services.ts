import type { Software } from './software.js'

const asksForPasswords = { facts: { auth: 'password' }, what: 'everybody has to log in' } as const

/** What is around applications: mail, log-ins, gateways, administration, models. */
export const SERVICES: readonly Software[] = [
  {
    images:
      /(?:^|\/)(?:docker-mailserver|docker-postfix|postfix|mailu\/(?:smtp|postfix)|exim|smtp|docker-smtp-relay)$/,
    title: 'Mail server',
    kind: 'mail-server',
    ports: [[25, 'smtp']],
  },
  {
    images: /(?:^|\/)(?:dovecot|mailu\/(?:imap|dovecot))$/,
    title: 'Dovecot',
    kind: 'mail-server',
    ports: [[143, 'imap']],
  },
  {
    images: /(?:^|\/)(?:mailhog|mailpit|maildev|mailcatcher|smtp4dev)$/,
    title: 'Catcher of mail',
    kind: 'mail-server',
    ports: [
      [1025, 'smtp'],
      [8025, 'http'],
    ],
    defaults: [
      { facts: { encryption: 'none', auth: 'none' }, what: 'it speaks no TLS and asks nobody to log in' },
    ],
  },
  {
    images: /(?:^|\/)keycloak$/,
    title: 'Keycloak',
    kind: 'identity-provider',
    ports: [
      [8080, 'http'],
      [8443, 'https'],
    ],
    defaults: [asksForPasswords],
  },
  {
    images: /(?:^|\/)(?:openldap|ldap|389-ds|lldap|ldap-server)$/,
    title: 'LDAP server',
    kind: 'identity-provider',
    ports: [[389, 'ldap']],
    settings: [
      {
        variable: /^LDAP_TLS_ENFORCE$|^LDAP_REQUIRE_TLS$/,
        means: { true: { encryption: 'required' }, yes: { encryption: 'required' } },
      },
      {
        variable: /^LDAP_TLS$|^LDAP_ENABLE_TLS$/,
        means: { false: { encryption: 'none' }, no: { encryption: 'none' } },
      },
    ],
  },
  {
    images: /(?:^|\/)(?:dex|authentik|server\/authentik|hydra|zitadel|authelia|fusionauth-app)$/,
    title: 'Identity provider',
    kind: 'identity-provider',
    ports: [],
  },
  {
    images: /(?:^|\/)vault$|(?:^|\/)openbao$/,
    title: 'Vault',
    kind: 'secret-store',
    ports: [[8200, 'https']],
    settings: [{ word: /^(-dev)$/, means: { '*': { encryption: 'none' } } }],
  },
  {
    images:
      /(?:^|\/)(?:traefik|haproxy|envoy|envoyproxy\/envoy|kong|kong-gateway|ingress-nginx\/controller|nginx-ingress-controller|nginx-ingress)$/,
    title: 'Reverse proxy',
    kind: 'load-balancer',
    ports: [],
  },
  { images: /(?:^|\/)(?:nginx|nginx-unprivileged|httpd|caddy)$/, title: 'Web server', ports: [] },
  {
    images:
      /(?:^|\/)(?:pgadmin4|pgadmin|phpmyadmin|adminer|mongo-express|redis-commander|redisinsight|portainer|portainer-ce|rancher)$/,
    title: 'Administration',
    kind: 'remote-management',
    ports: [],
  },
  {
    images: /(?:^|\/)(?:openssh-server|guacamole|teleport|bastion)$/,
    title: 'Remote access',
    kind: 'bastion',
    ports: [],
  },
  {
    images: /(?:^|\/)(?:wireguard|openvpn|openvpn-as|headscale|tailscale)$/,
    title: 'VPN',
    kind: 'vpn',
    ports: [],
  },
  {
    images: /(?:^|\/)(?:jenkins|gitlab-ce|gitlab-ee|gitlab-runner|gitea|argocd|drone)$/,
    title: 'CI and CD',
    kind: 'ci-cd',
    ports: [],
  },
  {
    images: /(?:^|\/)(?:coredns|bind9|unbound|pihole|dnsmasq)$/,
    title: 'DNS server',
    kind: 'dns',
    ports: [],
  },
  {
    images: /(?:^|\/)(?:mattermost-.*|rocket\.chat|synapse|zulip)$/,
    title: 'Messaging',
    kind: 'messaging',
    ports: [],
    defaults: [asksForPasswords],
  },
  {
    images: /(?:^|\/)ollama$/,
    title: 'Ollama',
    kind: 'ai-service',
    ports: [[11434, 'http']],
    defaults: [{ facts: { auth: 'none' }, what: 'nobody has to log in' }],
  },
  {
    images: /(?:^|\/)(?:vllm-openai|text-generation-inference|localai|open-webui)$/,
    title: 'AI service',
    kind: 'ai-service',
    ports: [],
  },
  {
    images: /(?:^|\/)(?:grafana|grafana-enterprise)$/,
    title: 'Grafana',
    kind: 'web-app',
    ports: [[3000, 'http']],
    defaults: [asksForPasswords],
    settings: [
      { variable: /^GF_AUTH_ANONYMOUS_ENABLED$/, means: { true: { auth: 'none' } } },
      {
        variable: /^GF_SERVER_PROTOCOL$/,
        means: { https: { encryption: 'required' }, h2: { encryption: 'required' } },
      },
    ],
  },
  {
    images: /(?:^|\/)(?:kibana|opensearch-dashboards|metabase|superset|jupyter.*|datascience-notebook)$/,
    title: 'Web application',
    kind: 'web-app',
    ports: [],
  },
]
