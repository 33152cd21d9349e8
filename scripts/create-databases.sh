#!/bin/sh
# For the postgres image, once on an empty volume: a database and a role for each agency; nobody else may even connect.
# An agency is whoever has a password: IDENTITY_DATABASE_PASSWORD makes database and role `identity`.
set -eu

psql --username postgres --set ON_ERROR_STOP=1 --command 'REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC'

env | sed -n 's/^\([A-Z_]*\)_DATABASE_PASSWORD=.*/\1/p' | while read -r prefix; do
  agency=$(echo "$prefix" | tr '[:upper:]' '[:lower:]')
  psql --username postgres --set ON_ERROR_STOP=1 --set agency="$agency" \
    --set password="$(printenv "${prefix}_DATABASE_PASSWORD")" <<'SQL'
CREATE ROLE :"agency" LOGIN PASSWORD :'password';
CREATE DATABASE :"agency" OWNER :"agency";
REVOKE CONNECT ON DATABASE :"agency" FROM PUBLIC;
SQL
done
