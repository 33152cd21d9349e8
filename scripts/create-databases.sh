#!/bin/sh
# For the postgres image, once on an empty volume: a database and a role for each agency; nobody else may even connect.
# An agency is whoever has a password: the secret IDENTITY_DATABASE_PASSWORD makes database and role `identity`.
# Six of them have less than the 97 connections that the server gives by default: none can take it from the others.
set -eu

psql --username postgres --set ON_ERROR_STOP=1 --command 'REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC'

for file in /run/secrets/*_DATABASE_PASSWORD; do
  agency=$(basename "$file" _DATABASE_PASSWORD | tr '[:upper:]' '[:lower:]')
  psql --username postgres --set ON_ERROR_STOP=1 --set agency="$agency" --set password="$(cat "$file")" <<'SQL'
CREATE ROLE :"agency" LOGIN PASSWORD :'password' CONNECTION LIMIT 16;
CREATE DATABASE :"agency" OWNER :"agency";
REVOKE CONNECT ON DATABASE :"agency" FROM PUBLIC;
SQL
done
