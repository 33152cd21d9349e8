-- What gateways refuse to read never stands in the outbox: a key has fields, and they are texts or numbers. Whoever writes such
-- a row by hand is told at once. Rows that are there already say instead that everything changed, which is more.
UPDATE outbox SET type = NULL, key = NULL
WHERE key = '{}' OR jsonb_path_exists(key, 'strict $.* ? (@.type() != "string" && @.type() != "number")');

ALTER TABLE outbox ADD CHECK (
  key IS NULL
  OR (key <> '{}' AND NOT jsonb_path_exists(key, 'strict $.* ? (@.type() != "string" && @.type() != "number")'))
);
