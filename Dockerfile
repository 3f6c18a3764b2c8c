# syntax=docker/dockerfile:1

FROM node:24-slim AS build
WORKDIR /parley
ENV TURBO_TELEMETRY_DISABLED=1
# The manifests first: as long as they stay, so do the installed packages.
COPY package.json package-lock.json .npmrc ./
COPY apps/server/package.json apps/server/
COPY apps/web/package.json apps/web/
COPY bench/package.json bench/
COPY db/package.json db/
COPY examples/rest/package.json examples/rest/
COPY packages/client/package.json packages/client/
COPY packages/contract/package.json packages/contract/
COPY packages/core/package.json packages/core/
COPY packages/router/package.json packages/router/
COPY packages/testkit/package.json packages/testkit/
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npx turbo run build --filter=@parley/server... --filter=@parley/web
# What only building needed goes, and so does what only the web client's bundle was made of.
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --workspace=@parley/server

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /parley
COPY --from=build /parley/package.json ./
COPY --from=build /parley/node_modules node_modules
COPY --from=build /parley/apps/server/package.json apps/server/
COPY --from=build /parley/apps/server/dist apps/server/dist
COPY --from=build /parley/apps/web/dist apps/web/dist
COPY --from=build /parley/db/package.json db/
COPY --from=build /parley/db/dist db/dist
COPY --from=build /parley/packages/contract/package.json packages/contract/
COPY --from=build /parley/packages/contract/dist packages/contract/dist
COPY --from=build /parley/packages/core/package.json packages/core/
COPY --from=build /parley/packages/core/dist packages/core/dist
COPY --from=build /parley/packages/router/*.json packages/router/
COPY --from=build /parley/packages/router/dist packages/router/dist
RUN install --directory --owner=node --group=node --mode=700 /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/dist/cli.js", "serve"]
