// Told while a file is read, so that whoever waits knows whether it gets on.
export type Progress = (done: number, all: number) => void;
