/** What a code promises: the HTTP status of a request that fails with it, what it is about, whether asking again may help, and its texts. */
export interface ErrorEntry {
  readonly http: number
  /** It tells what is wrong with the operation of a request that is otherwise well-formed: in `application/json`, its status is 200. */
  readonly aboutOperation?: true
  readonly retryable: boolean
  readonly en: string
  readonly id: string
}

/**
 * Every error code a client can receive. Messages say what to do and never hold a value from the request.
 * `docs/errors.md` is generated from this table; anything that is not in it leaves as INTERNAL.
 */
export const errors = {
  AGENCY_UNAVAILABLE: {
    http: 200,
    retryable: true,
    en: 'The agency that keeps this record did not answer. The rest of the answer stands; ask again later.',
    id: 'Instansi pemilik data ini tidak menjawab. Bagian lain tetap berlaku; coba lagi nanti.',
  },
  AGENCY_ERROR: {
    http: 200,
    retryable: false,
    en: 'The agency that keeps this record answered with an error. Give it the correlation id.',
    id: 'Instansi pemilik data ini menjawab dengan galat. Sampaikan nomor korelasi kepadanya.',
  },
  GRAPHQL_PARSE_FAILED: {
    http: 400,
    aboutOperation: true,
    retryable: false,
    en: 'The text of the operation is not GraphQL.',
    id: 'Teks operasi bukan GraphQL yang benar.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    http: 400,
    aboutOperation: true,
    retryable: false,
    en: 'The operation does not fit the schema.',
    id: 'Operasi tidak sesuai dengan skema.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    http: 400,
    aboutOperation: true,
    retryable: false,
    en: 'Name one query or mutation of the document with operationName; over GET it must be a query.',
    id: 'Sebutkan satu query atau mutation dalam dokumen dengan operationName; lewat GET hanya boleh query.',
  },
  OPERATION_TOO_LARGE: {
    http: 400,
    aboutOperation: true,
    retryable: false,
    en: 'The operation is too large or too deep. Ask for fewer fields, or in several operations.',
    id: 'Operasi terlalu besar atau terlalu dalam. Minta lebih sedikit field, atau bagi menjadi beberapa operasi.',
  },
  OPERATION_UNPLANNABLE: {
    http: 500,
    retryable: false,
    en: 'What agencies need of each other for these fields cannot be known in time. Leave some out; give the operator the correlation id.',
    id: 'Data yang saling dibutuhkan instansi untuk field ini tidak dapat diketahui pada waktunya. Kurangi field; sampaikan nomor korelasi kepada operator.',
  },
  OPERATION_NOT_REGISTERED: {
    http: 400,
    aboutOperation: true,
    retryable: false,
    en: 'This operation is not registered here. Send the text or hash of one that is, or have it registered.',
    id: 'Operasi ini tidak terdaftar di sini. Kirim teks atau hash operasi yang terdaftar, atau daftarkan dahulu.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    http: 400,
    aboutOperation: true,
    retryable: false,
    en: 'No registered operation has this hash. Send the text as well.',
    id: 'Tidak ada operasi terdaftar dengan hash ini. Kirim juga teksnya.',
  },
  BAD_REQUEST: {
    http: 400,
    retryable: false,
    en: 'The request is not a GraphQL request over HTTP. Send JSON with a query, or a GET with ?query=.',
    id: 'Permintaan bukan permintaan GraphQL lewat HTTP. Kirim JSON berisi query, atau GET dengan ?query=.',
  },
  BAD_USER_INPUT: {
    http: 400,
    aboutOperation: true,
    retryable: false,
    en: 'An argument or variable has a value that its type does not accept.',
    id: 'Nilai argumen atau variabel tidak sesuai dengan tipenya.',
  },
  NIK_MALFORMED: {
    http: 400,
    aboutOperation: true,
    retryable: false,
    en: 'A NIK has 16 digits: region code (6), birth date (6, day plus 40 for women) and a serial that is not 0000.',
    id: 'NIK terdiri atas 16 digit: kode wilayah (6), tanggal lahir (6, tanggal ditambah 40 untuk perempuan) dan nomor urut selain 0000.',
  },
  REGION_UNKNOWN: {
    http: 200,
    retryable: false,
    en: 'There is no region with this code. Codes are those of Kemendagri, such as 53, 53.18 or 53.18.07.',
    id: 'Tidak ada wilayah dengan kode ini. Kode adalah kode Kemendagri, misalnya 53, 53.18 atau 53.18.07.',
  },
  PAGE_SIZE_OUT_OF_RANGE: {
    http: 400,
    aboutOperation: true,
    retryable: false,
    en: 'A page has up to 100 entries, or up to as many as extensions.allowed says.',
    id: 'Satu halaman berisi paling banyak 100 entri, atau sebanyak menurut extensions.allowed.',
  },
  CURSOR_INVALID: {
    http: 200,
    retryable: false,
    en: 'This cursor was not made by this list with this filter. Start again without after.',
    id: 'Kursor ini bukan dari daftar dengan filter ini. Mulai lagi tanpa after.',
  },
  METHOD_NOT_ALLOWED: {
    http: 405,
    retryable: false,
    en: 'Use POST, or GET for a query.',
    id: 'Gunakan POST, atau GET untuk query.',
  },
  NOT_FOUND: {
    http: 404,
    retryable: false,
    en: 'There is nothing at this address. The graph answers at /graphql.',
    id: 'Tidak ada apa pun di alamat ini. Graph menjawab di /graphql.',
  },
  NOT_ACCEPTABLE: {
    http: 406,
    retryable: false,
    en: 'Answers are application/graphql-response+json or application/json; accept one of them.',
    id: 'Jawaban berupa application/graphql-response+json atau application/json; terimalah salah satunya.',
  },
  BODY_TOO_LARGE: {
    http: 413,
    retryable: false,
    en: 'The body is larger than this server reads.',
    id: 'Isi permintaan lebih besar daripada batas server ini.',
  },
  HEADERS_TOO_LARGE: {
    http: 431,
    retryable: false,
    en: 'The address and the headers are longer than this server reads. Send a long operation by POST.',
    id: 'Alamat dan header lebih panjang daripada batas server ini. Kirim operasi yang panjang dengan POST.',
  },
  REQUEST_INCOMPLETE: {
    http: 408,
    retryable: true,
    en: 'The request did not arrive in full within the time allowed. Send it again, without pauses.',
    id: 'Permintaan tidak tiba secara lengkap dalam batas waktu. Kirim lagi tanpa jeda.',
  },
  EXPECTATION_FAILED: {
    http: 417,
    retryable: false,
    en: 'This server can meet no expectation but 100-continue. Leave out the header Expect.',
    id: 'Server ini hanya dapat memenuhi 100-continue. Hilangkan header Expect.',
  },
  CONTENT_TYPE_UNSUPPORTED: {
    http: 415,
    retryable: false,
    en: 'Send the request as application/json.',
    id: 'Kirim permintaan sebagai application/json.',
  },
  CROSS_SITE_REFUSED: {
    http: 403,
    retryable: false,
    en: 'A page of another site may not send this request.',
    id: 'Halaman dari situs lain tidak boleh mengirim permintaan ini.',
  },
  CALL_UNAUTHENTICATED: {
    http: 401,
    retryable: false,
    en: 'Only the gateway may call an agency, with a call token made for it less than a minute ago and a signature of the body.',
    id: 'Hanya gateway yang boleh memanggil instansi, dengan token panggilan untuk instansi itu yang berumur kurang dari satu menit dan tanda tangan atas isinya.',
  },
  CHANGE_UNAUTHENTICATED: {
    http: 401,
    retryable: false,
    en: 'Only an agency may announce changes, with a token that it signed for this very body less than a minute ago.',
    id: 'Hanya instansi yang boleh mengumumkan perubahan, dengan token untuk isi ini yang berumur kurang dari satu menit.',
  },
  CHANGE_FOREIGN: {
    http: 403,
    retryable: false,
    en: 'An agency may announce changes only of types that it adds to in the supergraph.',
    id: 'Instansi hanya boleh mengumumkan perubahan pada tipe miliknya dalam supergraph.',
  },
  CHANGE_MALFORMED: {
    http: 400,
    retryable: false,
    en: 'Send { "events": [...] } with 1 to 500 events, each with an id, and a type and key or null in their place.',
    id: 'Kirim { "events": [...] } berisi 1 sampai 500 kejadian, masing-masing dengan id, serta type dan key atau null.',
  },
  CHANGE_REPLAYED: {
    http: 409,
    retryable: false,
    en: 'This announcement was made before. Sign it anew to make it again.',
    id: 'Pengumuman ini sudah pernah diterima. Buat token baru untuk mengulanginya.',
  },
  CHANGE_NOT_TAKEN: {
    http: 503,
    retryable: true,
    en: 'The cache could not take the change. Announce it again.',
    id: 'Cache tidak dapat mencatat perubahan ini. Umumkan lagi.',
  },
  UNAUTHENTICATED: {
    http: 401,
    retryable: false,
    en: 'Send a valid token of the issuer of this service as Authorization: Bearer.',
    id: 'Kirim token yang sah dari penerbit layanan ini sebagai Authorization: Bearer.',
  },
  AUTHENTICATION_UNAVAILABLE: {
    http: 503,
    retryable: true,
    en: 'Tokens cannot be checked at the moment. Try again later.',
    id: 'Token tidak dapat diperiksa saat ini. Coba lagi nanti.',
  },
  DEVELOPMENT_USER_UNKNOWN: {
    http: 400,
    retryable: false,
    en: 'Say for whom: ?as=frontend, ltsa-officer, agency-officer, bp2mi or worker, and what of its claims is other, as &nik=.',
    id: 'Sebutkan untuk siapa: ?as=frontend, ltsa-officer, agency-officer, bp2mi atau worker, dan klaim yang lain, misalnya &nik=.',
  },
  PURPOSE_REQUIRED: {
    http: 400,
    retryable: false,
    en: 'Say in the header x-purpose why you ask: service-delivery, self-access, protection-case, supervision or reporting.',
    id: 'Sebutkan tujuan pada header x-purpose: service-delivery, self-access, protection-case, supervision atau reporting.',
  },
  PURPOSE_FORBIDDEN: {
    http: 403,
    retryable: false,
    en: 'This may not be asked for the purpose named in x-purpose, by this kind of user or by this operation.',
    id: 'Permintaan ini tidak diperbolehkan untuk tujuan pada x-purpose, bagi jenis pengguna atau operasi ini.',
  },
  FORBIDDEN_FIELD: {
    http: 200,
    retryable: false,
    en: 'Your token and purpose do not allow this field to be seen. The rest of the answer stands.',
    id: 'Token dan tujuan Anda tidak mengizinkan field ini dilihat. Bagian lain tetap berlaku.',
  },
  OUTSIDE_AREA: {
    http: 200,
    retryable: false,
    en: 'Name a region or an office of your own in the filter of this list.',
    id: 'Sebutkan wilayah atau kantor Anda sendiri pada saringan daftar ini.',
  },
  LEDGER_UNAVAILABLE: {
    http: 503,
    retryable: true,
    en: 'What is disclosed has to be written down first, and that is not possible now. Ask again later.',
    id: 'Setiap data yang diberikan harus dicatat lebih dahulu, dan saat ini pencatatan tidak dapat dilakukan. Coba lagi nanti.',
  },
  DEADLINE_EXCEEDED: {
    http: 504,
    retryable: true,
    en: 'The answer was not ready within the time allowed. Ask for less, or again later.',
    id: 'Jawaban belum siap dalam batas waktu. Minta lebih sedikit, atau coba lagi nanti.',
  },
  OVERLOADED: {
    http: 503,
    retryable: true,
    en: 'Too many requests are being answered. Try again in a moment.',
    id: 'Terlalu banyak permintaan sedang dilayani. Coba lagi sebentar lagi.',
  },
  SHUTTING_DOWN: {
    http: 503,
    retryable: true,
    en: 'This server is stopping. Send the request to another one.',
    id: 'Server ini sedang berhenti. Kirim permintaan ke server lain.',
  },
  RATE_LIMITED: {
    http: 429,
    retryable: true,
    en: 'This client sends more requests than it may. Wait as many seconds as retryAfterSeconds says, then send fewer.',
    id: 'Klien ini mengirim terlalu banyak permintaan. Tunggu selama retryAfterSeconds detik, lalu kirim lebih sedikit.',
  },
  DAILY_LIMIT_REACHED: {
    http: 429,
    retryable: true,
    en: 'This client would see more applicants than it may on one day. Ask for others tomorrow; those of today stay open.',
    id: 'Klien ini akan melihat lebih banyak pemohon daripada batas sehari. Minta yang lain besok; yang hari ini tetap terbuka.',
  },
  INTERNAL: {
    http: 500,
    retryable: false,
    en: 'Something failed that should not have. Give the operator the correlation id.',
    id: 'Terjadi kesalahan yang tidak semestinya. Sampaikan nomor korelasi kepada operator.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>

/** A key of the table above. */
export type ErrorCode = keyof typeof errors
