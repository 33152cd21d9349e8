-- Invented facilities. Maumere examined provisionally, without a decree, until that of 2022; Atambua's was not renewed.
INSERT INTO health_facility (code, name, region_code) VALUES
  ('KUPANG-1', 'Klinik Utama Cendana Timor', '53.71'),
  ('KUPANG-2', 'Rumah Sakit Teluk Bintang', '53.71'),
  ('MAUMERE', 'Rumah Sakit Nusa Bunga', '53.07'),
  ('TAMBOLAKA', 'Klinik Utama Padang Sabana', '53.18'),
  ('ATAMBUA', 'Klinik Utama Lakaan', '53.04');

INSERT INTO health_facility_designation (facility_code, decree, valid_from, valid_to) VALUES
  ('KUPANG-1', 'HK.01.07/9001/2016', '2016-04-01', '2021-03-31'),
  ('KUPANG-1', 'HK.01.07/9014/2021', '2021-04-01', NULL),
  ('KUPANG-2', 'HK.01.07/9002/2018', '2018-02-15', NULL),
  ('MAUMERE', 'HK.01.07/9021/2022', '2022-07-01', NULL),
  ('TAMBOLAKA', 'HK.01.07/9017/2021', '2021-10-01', NULL),
  ('ATAMBUA', 'HK.01.07/9009/2019', '2019-09-01', '2024-08-31');
