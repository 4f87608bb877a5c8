# hipaacheck in an image that needs no network, no root and no writable disk:
#   docker build -t hipaacheck .
#   docker run --rm --network none --read-only -v "$PWD:/work:ro" hipaacheck audit infra.yaml

FROM node:22-bookworm-slim AS build
WORKDIR /hipaacheck
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY schemas ./schemas
COPY rules ./rules
COPY src ./src
COPY bin ./bin
COPY examples ./examples
# It ends with an audit, which leaves the code that Node.js compiled: containers start quicker with it.
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
# Nothing is installed at run time: what could do it is only in the way.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
  /usr/local/bin/yarn /usr/local/bin/yarnpkg
ENV NODE_ENV=production
COPY LICENSE package.json /hipaacheck/
COPY bin /hipaacheck/bin
COPY schemas /hipaacheck/schemas
COPY --from=build /hipaacheck/dist /hipaacheck/dist
COPY --from=build /hipaacheck/node_modules /hipaacheck/node_modules
USER node
WORKDIR /work
ENTRYPOINT ["node", "/hipaacheck/bin/run.js"]
CMD ["--help"]
