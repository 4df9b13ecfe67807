export { LinkButton, type LinkButtonProps } from './button';
