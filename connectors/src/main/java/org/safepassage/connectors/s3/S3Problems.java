package org.safepassage.connectors.s3;

import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;

/// What a refusal of the server means to an operator. Of its text only the code is shown.
final class S3Problems {
    private S3Problems() {}

    /// @param code of the answer's `Error`, or empty
    static DoorProblem refused(String method, int status, String code) {
        String shown = code.matches("[A-Za-z]{1,60}") ? code : "no readable code";
        String said = "the S3 server answered " + method + " with " + status + " (" + shown + ")";
        return switch (code) {
            case "SignatureDoesNotMatch", "InvalidAccessKeyId", "InvalidToken", "ExpiredToken", "NotSignedUp" ->
                new DoorProblem(Kind.LOGIN_REFUSED, said + ": the keys are not taken");
            case "RequestTimeTooSkewed", "RequestExpired" ->
                new DoorProblem(Kind.CONFIGURATION, said + ": this machine's clock and the server's are too far apart");
            case "AuthorizationHeaderMalformed", "IllegalLocationConstraintException", "PermanentRedirect" ->
                new DoorProblem(Kind.CONFIGURATION, said + ": check region and url");
            case "NoSuchBucket", "InvalidBucketName" ->
                new DoorProblem(Kind.NOT_FOUND, "there is no bucket as bucket says");
            case "EntityTooLarge" -> new DoorProblem(Kind.PERMISSION, said + ": it takes no object of this size");
            case "NotImplemented" ->
                new DoorProblem(Kind.CONFIGURATION, said + ": this server does not do what is asked for");
            case "SlowDown", "OperationAborted" -> new DoorProblem(Kind.BUSY, said);
            default -> byStatus(status, said);
        };
    }

    private static DoorProblem byStatus(int status, String said) {
        return switch (status) {
            case 401 -> new DoorProblem(Kind.LOGIN_REFUSED, said);
            case 403 -> new DoorProblem(Kind.PERMISSION, said);
            case 404 -> new DoorProblem(Kind.GONE, said);
            case 409, 412 -> new DoorProblem(Kind.CHANGED, said);
            default -> new DoorProblem(Kind.PEER_FAULT, said);
        };
    }
}
