/// Doors that deliver over HTTP: what is common to every way of uploading, and the ways that are no WebDAV.
/// Start with [HttpConsignments]; [TusUpload] resumes by the tus protocol 1.0.0, [PlainUpload] sends in one request.
/// A file is looked for before it is sent and after every answer that is lost; what cannot be told is unknown.
@NullMarked
package org.safepassage.connectors.upload;

import org.jspecify.annotations.NullMarked;
