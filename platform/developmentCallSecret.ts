/** The secret behind calls to agencies on a developer's machine. It is public, so production refuses it. */
export const developmentCallSecret = 'satu-atap-development-secret-known-to-everybody'
