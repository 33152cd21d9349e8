-- What is announced to gateways when it changes, see subgraphs/kit/migrations/0001_outbox.sql.
SELECT announce_rows('placement', 'Applicant', 'nik', 'SELECT ($1).nik');
SELECT announce_rows('placement', 'Placement', 'id', 'SELECT ($1).id');
-- A placement that is gone together with its stages has announced itself.
SELECT announce_rows(
  'placement_stage_entry', 'Applicant', 'nik', 'SELECT nik FROM placement WHERE id = ($1).placement_id'
);
SELECT announce_rows('placement_stage_entry', 'Placement', 'id', 'SELECT ($1).placement_id');
-- They stand inside placements, and readiness is judged by them.
SELECT announce_reference('placement_agency', 'PlacementAgency', 'Placement', 'Applicant');
SELECT announce_reference('placement_agency_sanction', 'PlacementAgency', 'Placement', 'Applicant');
SELECT announce_reference('job_order', 'Placement', 'Applicant');
SELECT announce_reference('ltsa_office', 'LtsaOffice', 'Placement', 'Applicant');
SELECT announce_reference('ltsa_office_region', 'LtsaOffice', 'Placement', 'Applicant');
SELECT announce_reference('requirement_rule', 'Applicant');
