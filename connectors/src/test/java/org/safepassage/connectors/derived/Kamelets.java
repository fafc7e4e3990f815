package org.safepassage.connectors.derived;

/// Kamelets that an operator might write.
final class Kamelets {
    static final String FILE = "regional-office-source.kamelet.yaml";

    /// Sound.
    static final String SOUND = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: regional-office-source
              labels:
                camel.apache.org/kamelet.type: action
            spec:
              definition:
                title: Regional office
                description: An office of the network on its SFTP server.
                required: [user, password]
                type: object
                properties:
                  user:
                    title: User
                    description: The office's account.
                    type: string
                  password:
                    title: Password
                    description: Of this account.
                    type: string
                    format: password
                  folder:
                    title: Folder
                    description: Where the office puts its cases.
                    type: string
                    default: outbox
                  settle:
                    title: Settling time
                    description: Seconds a folder is left alone.
                    type: integer
                    default: 10
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - to:
                        uri: kamelet:sp-sftp-cases-source
                        parameters:
                          host: sftp.network.example
                          port: 22
                          hostKey: SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
                          user: "{{user}}"
                          password: "{{password}}"
                          casesFolder: "{{?folder}}"
                          settleSeconds: "{{settle}}"
                          acknowledge: none
            """;

    private Kamelets() {}

    /// The sound one with one text in the place of another, which must be there.
    static String with(String there, String instead) {
        if (!SOUND.contains(there)) {
            throw new IllegalArgumentException("the Kamelet has no such text");
        }
        return SOUND.replace(there, instead);
    }
}
