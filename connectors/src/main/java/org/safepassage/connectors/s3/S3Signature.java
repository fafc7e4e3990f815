package org.safepassage.connectors.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.http.Ask;
import org.safepassage.connectors.http.HttpAuth;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Signs each request, its body included, so that neither can be changed on the way and a compatible server without
/// TLS on the loopback is served too. Prints no secret.
///
/// @param identity the account's keys
/// @param region what the server calls its region
/// @param clock tells when it was signed; a server takes some minutes of difference
record S3Signature(AwsCredentialsIdentity identity, String region, Clock clock) implements HttpAuth.Signer {
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    @Override
    public HttpAuth.Credentials sign(Ask ask) throws DoorProblem {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(ask.method()))
                .uri(ask.address());
        ask.headers().forEach(request::putHeader);
        try {
            SignedRequest signed = SIGNER.sign(signing -> signing.identity(identity)
                    .request(request.build())
                    .payload(() -> open(ask.body()))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock));
            return new HttpAuth.Credentials(added(signed), Optional.empty());
        } catch (UncheckedIOException unreadable) {
            throw new DoorProblem(Kind.CUT, "what is sent cannot be read on this side", unreadable);
        }
    }

    private static InputStream open(Ask.Body body) {
        try {
            InputStream in = body.content().open();
            in.skipNBytes(body.from());
            return in;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> added(SignedRequest signed) {
        var added = new LinkedHashMap<String, String>();
        signed.request().headers().forEach((name, values) -> {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "authorization", "x-amz-date", "x-amz-content-sha256", "x-amz-security-token" ->
                    added.put(name, values.getFirst());
                default -> {
                    // The request's own header, or Host, which the line sets to the same.
                }
            }
        });
        return added;
    }

    @Override
    public String toString() {
        return "S3Signature[" + region + "]";
    }
}
