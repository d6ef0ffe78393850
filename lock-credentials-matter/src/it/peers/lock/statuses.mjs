// SetCredentialResponse has two statuses of its own (Application Clusters, 5.2.6.15), which matter.js refuses to send.
// Imported before the servers, which close the model.

import { ClusterModel, FieldModel, Matter } from "@matter/model";

const response = Matter.get(ClusterModel, "DoorLock").children.find(({ name }) => name === "SetCredentialResponse");
const statuses = response.children.find(({ name }) => name === "Status").definingModel.children;
statuses.push(new FieldModel({ name: "Duplicate", id: 2, conformance: "M" }));
statuses.push(new FieldModel({ name: "Occupied", id: 3, conformance: "M" }));
