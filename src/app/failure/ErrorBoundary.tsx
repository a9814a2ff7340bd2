/* Catches what breaks while the screen is drawn: the work is still there, and is said to be. */

import { Component, type ReactNode } from "react";
import { words } from "../../words/words.ts";
import { FailureWays } from "./FailureWays.tsx";

type Props = { readonly children: ReactNode };
type State = { readonly broken: boolean; readonly times: number };

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, times: 0 };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  override componentDidCatch(): void {
    this.setState(({ times }) => ({ times: times + 1 }));
  }

  override render(): ReactNode {
    const { broken, times } = this.state;
    if (!broken) return this.props.children;
    return (
      <main className="failure" role="alert">
        <h1>{words("broken.title")}</h1>
        <FailureWays again={times > 1} onGoOn={() => this.setState({ broken: false })} />
      </main>
    );
  }
}
