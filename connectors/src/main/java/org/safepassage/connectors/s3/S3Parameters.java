package org.safepassage.connectors.s3;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.Parameters;
import org.safepassage.connectors.http.HttpAuth;
import org.safepassage.connectors.http.HttpLine;
import org.safepassage.connectors.http.HttpParameters;
import org.safepassage.connectors.http.HttpSettings;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// Reads the parameters that the S3 doors share.
final class S3Parameters {
    private S3Parameters() {}

    /// A line to the bucket; contacts nobody.
    static S3Line line(Parameters parameters, Clock clock) throws DoorProblem {
        String bucket = parameters.text("bucket");
        if (!bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]{1,62}")) {
            throw parameters.refused("bucket", "must be a bucket's name");
        }
        if (!parameters.text("region").matches("[A-Za-z0-9-]{1,64}")) {
            throw parameters.refused("region", "must be a region's name");
        }
        var signature = new S3Signature(identity(parameters), parameters.text("region"), clock);
        HttpSettings settings = HttpParameters.settings(parameters, new HttpAuth.Signed(signature));
        var atBucket = new HttpSettings(
                base(settings.base(), bucket, parameters.text("addressing").equals("host")),
                settings.auth(),
                settings.tls(),
                settings.connectTimeout(),
                settings.silence(),
                settings.patience(),
                settings.otherHosts(),
                settings.headers());
        return new S3Line(new HttpLine(atBucket, clock), bucket, clock);
    }

    private static URI base(URI server, String bucket, boolean inHost) {
        return inHost
                ? URI.create(server.toString().replaceFirst("://", "://" + bucket + "."))
                : URI.create(server + bucket + "/");
    }

    private static AwsCredentialsIdentity identity(Parameters parameters) throws DoorProblem {
        for (String name : new String[] {"user", "password", "token"}) {
            if (!parameters.text(name).matches("[\\x21-\\x7e]*")) {
                throw parameters.refused(name, "has characters that no key has");
            }
        }
        Optional<String> token = parameters.find("token");
        return token.isPresent()
                ? AwsSessionCredentialsIdentity.create(
                        parameters.text("user"), parameters.text("password"), token.get())
                : AwsCredentialsIdentity.create(parameters.text("user"), parameters.text("password"));
    }

    /// A parameter as a prefix: empty, or ending in `/`.
    static String prefix(Parameters parameters, String name) throws DoorProblem {
        String given = parameters.text(name);
        if (given.startsWith("/")) {
            throw parameters.refused(name, "must not begin with /: keys in a bucket do not");
        }
        return given.isEmpty() || given.endsWith("/") ? given : given + "/";
    }
}
