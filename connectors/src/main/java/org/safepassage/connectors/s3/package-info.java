/// Doors to S3 and what is compatible with it: case files below a prefix or in bundles, consignments by multipart
/// upload. Requests go over the guarded HTTP line; keys come from parameters only, never from this machine's profile.
/// Protocol: Amazon S3 REST API 2006-03-01 with Signature Version 4.
@NullMarked
package org.safepassage.connectors.s3;

import org.jspecify.annotations.NullMarked;
