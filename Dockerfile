# One image for all: it runs the gateway, or any agency by `node subgraphs/main.ts <agency>`.
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# No dev dependencies, and no install scripts: nothing that runs in production needs one.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY platform platform
COPY schema schema
COPY gateway gateway
COPY subgraphs subgraphs
# A new volume that is mounted here belongs to the user of the process, as the directory does.
RUN mkdir -p /var/lib/satu-atap/ledger && chown -R node:node /var/lib/satu-atap
USER node
EXPOSE 4000
CMD ["node", "gateway/index.ts"]
