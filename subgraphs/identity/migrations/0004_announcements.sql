-- What is announced to gateways when it changes, see subgraphs/kit/migrations/0001_outbox.sql.
SELECT announce_rows('person', 'Applicant', 'nik', 'SELECT ($1).nik');
SELECT announce_reference('region', 'Region', 'Applicant');
