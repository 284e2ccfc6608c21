export { Broker, type PeerPort, type ReportHandlers, type RequestHandlers } from './broker.ts';
